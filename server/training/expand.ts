/** A template cut into what stands fixed and what varies. */
type Part = readonly string[]

/** Cuts `template` into its parts; a name in braces stands for one of `lists`. Throws for a name that no list has. */
function partsOf(template: string, lists: ReadonlyMap<string, string>): Part[] {
  return template.split(/(\{[^{}]*\})/u).flatMap((piece): Part[] => {
    if (!piece.startsWith('{')) return piece === '' ? [] : [[piece]]
    const inner = piece.slice(1, -1)
    const list = lists.get(inner.trim().replace(/^@/u, ''))
    if (list !== undefined) return [list.split(';').flatMap((each) => everyForm(each.trim()))]
    if (!inner.includes('|')) throw new Error(`no list is called ${inner}: ${template}`)
    return [inner.split('|')]
  })
}

/** All forms of a list's entry, which may have alternatives but no lists. */
const everyForm = (entry: string): string[] =>
  partsOf(entry, new Map()).reduce<string[]>(
    (forms, part) => forms.flatMap((form) => part.map((each) => form + each)),
    [''],
  )

/** At most `most` texts of a template, all of them when there are no more; otherwise each by chance. White space is single. */
export function expand(
  template: string,
  lists: ReadonlyMap<string, string>,
  most: number,
  random: () => number,
): string[] {
  const parts = partsOf(template, lists)
  const total = parts.reduce((product, part) => product * part.length, 1)
  const texts = new Set<string>()
  if (total <= most) for (let nth = 0; nth < total; nth++) texts.add(formed(parts, nth))
  else
    for (let tries = 0; tries < most * 2 && texts.size < most; tries++)
      texts.add(formed(parts, Math.floor(random() * total)))
  return [...texts]
}

/** The `nth` of all texts that the parts make. */
function formed(parts: readonly Part[], nth: number): string {
  let rest = nth
  const chosen = parts.map((part) => {
    const each = part[rest % part.length] ?? ''
    rest = Math.floor(rest / part.length)
    return each
  })
  return chosen.join('').replace(/\s+/gu, ' ').trim()
}
