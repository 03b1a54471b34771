/** What the browser's style sheet goes by: a picture that may be seen, or one that was kept. */
export type Mark = 'fine' | 'kept'

/**
 * Our marks on the elements of a page. A page sees them and could put them on others, or take them away, so only what was given here
 * counts: everything else is put right again before it is painted. A page that never ceases to object keeps itself busy, not its pictures seen.
 */
export interface Marks {
  /** The attribute that carries them. */
  readonly name: string
  /** @param mark null for none */
  give(element: Element, mark: Mark | null): void
  /** Puts right what somebody else has done to an element's mark. */
  restore(element: Element): void
}

export function createMarks(name: string): Marks {
  const given = new WeakMap<Element, Mark>()

  function restore(element: Element): void {
    const mark = given.get(element) ?? null
    if (element.getAttribute(name) === mark) return
    if (mark === null) element.removeAttribute(name)
    else element.setAttribute(name, mark)
  }

  return {
    name,
    give(element, mark) {
      if (mark === null) given.delete(element)
      else given.set(element, mark)
      restore(element)
    },
    restore,
  }
}
