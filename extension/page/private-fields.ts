/** Where somebody writes. */
export type Field = HTMLInputElement | HTMLTextAreaElement | HTMLElement

/** What fields for secrets, codes and contact details are called. */
const secretName =
  /passw|passphrase|\bpwd|\bpin\b|\botp|one.?time|verif|secret|token|\b[2m]fa\b|\bcv[vc]|card.?(?:num|no|hold)|cc.?(?:num|name)|iban|sort.?code|account.?n/i
const contactName = /e-?mail|phone|mobile|\btel|user.?name|log.?in|sign.?in|post.?code|\bzip\b/i
/** A search is judged by its address. */
const searchName = /^(?:q|query|search|s|keywords?)$/i
/** Codes are short. */
const shortestSentence = 10

/** True for a field whose words are nobody’s business, or are judged elsewhere. */
export function isPrivateField(field: Field): boolean {
  const names = ['name', 'id', 'placeholder', 'aria-label'].map((name) => field.getAttribute(name) ?? '')
  // A field that a browser fills in by itself is a form’s, for names, addresses, cards and codes.
  if (!/^(?:on|off)?$/i.test(field.getAttribute('autocomplete') ?? '')) return true
  if (names.some((name) => secretName.test(name)) || isMasked(field)) return true
  if (!('type' in field) || field.type === 'textarea') return false
  const input = field as HTMLInputElement
  return (
    input.type !== 'text' ||
    (input.maxLength > 0 && input.maxLength < shortestSentence) ||
    /^(?:numeric|decimal|tel|email|url|search)$/.test(input.inputMode) ||
    names.some((name) => contactName.test(name) || searchName.test(name)) ||
    input.closest('[role=search],[role=searchbox],search') !== null ||
    (input.form?.querySelector('input[type=password]') ?? null) !== null
  )
}

/** Letters that the page’s style hides. */
const isMasked = (field: Field): boolean =>
  (getComputedStyle(field).getPropertyValue('-webkit-text-security') || 'none') !== 'none'
