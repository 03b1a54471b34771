import type { Verdict } from '../../domain/verdict.ts'

const rules: readonly { readonly rule: string; readonly is: RegExp }[] = [
  { rule: 'a page written into the address bar', is: /^(?:view-source:)?data:/i },
  {
    rule: 'a web page from a file',
    is: /^(?:view-source:)?file:.*\.(?:html?|xht(?:ml)?|svg|mht(?:ml)?|swf)(?:[?#]|$)/i,
  },
]

/**
 * Documents without a host that no gate can look into, such as `data:` pages and web pages from a memory stick: a way around the
 * filter, so the policy's action for that category applies. Null for every other address.
 */
export function verdictOfUnseen(url: string): Verdict | null {
  const found = rules.find(({ is }) => is.test(url))
  if (!found) return null
  const evidence = [{ category: 'proxy', source: 'starter', rule: found.rule, list: 'device' } as const]
  return { url, host: '', path: '', query: '', evidence, seeksHelp: false }
}
