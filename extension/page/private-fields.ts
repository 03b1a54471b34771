/** Where somebody writes. */
export type Field = HTMLInputElement | HTMLTextAreaElement | HTMLElement

/** What fields for secrets, codes and contact details are called. */
const secretName =
  /pass(?:w|c|phrase|$)|\bpwd|\bpin\b|\botp|one.?time|verif|recovery.?(?:code|key|phrase)|secret|token|\b[2m]fa|\bcv[vc]|\b(?:credit|debit|bank).?card|card.?(?:num|no|hold|exp)|cc.?(?:num|name)|iban|sort.?code|account.?n|kennwort|mot.?de.?passe|contrase|senha|hasło/i
/** Codes that somebody was sent, or that stand on the back of a card; a post code, a course’s or a program’s is another thing. */
const codeName = /(?:^|sms|auth|security|login|backup|access|\bthe|your|six.?digit|6.?digit)[\s_-]?code\b/i
const contactName = /e-?mail|phone|mobile|\btel|user.?name|log.?in|sign.?in|post.?code|\bzip\b/i
/** A search is judged by its address. */
const searchName = /^(?:q|query|search|s|keywords?)$/i
/** Codes are short. */
const shortestSentence = 10

/** True for a field whose words are nobody’s business, or are judged elsewhere. */
export function isPrivateField(field: Field): boolean {
  const names = namesOf(field)
  // A field that a browser fills in by itself is a form’s, for names, addresses, cards and codes.
  if (!/^(?:on|off)?$/i.test(field.getAttribute('autocomplete') ?? '')) return true
  if (names.some((name) => secretName.test(name) || codeName.test(name)) || isMasked(field)) return true
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

/** More of a label is a text. */
const longestName = 80

/** What a field is called: by itself, and by its labels as far as they are no texts of their own. */
function namesOf(field: Field): string[] {
  const labels = 'labels' in field ? [...(field.labels ?? [])] : []
  const marked = (field.getAttribute('aria-labelledby') ?? '').split(/\s+/)
  const root = field.getRootNode()
  const others = 'getElementById' in root ? marked.map((id) => (root as Document).getElementById(id)) : []
  const said = [...labels, ...others].map((label) => label?.textContent.trim() ?? '')
  const own = ['name', 'id', 'placeholder', 'aria-label', 'title'].map(
    (name) => field.getAttribute(name) ?? '',
  )
  return [...own, ...said.filter((name) => name.length <= longestName)]
}

/** Letters that the page’s style hides. */
const isMasked = (field: Field): boolean =>
  (getComputedStyle(field).getPropertyValue('-webkit-text-security') || 'none') !== 'none'
