/** An IntersectionObserver that sees what a test has it see: happy-dom lays nothing out. */
export class Seeing {
  static #all: Seeing[] = []
  readonly targets = new Set<Element>()
  readonly #tell: (entries: { target: Element; isIntersecting: boolean }[]) => void
  readonly #margin: string | undefined

  constructor(
    tell: (entries: { target: Element; isIntersecting: boolean }[]) => void,
    options?: { rootMargin?: string },
  ) {
    this.#tell = tell
    this.#margin = options?.rootMargin
    Seeing.#all.push(this)
  }
  observe = (target: Element): unknown => this.targets.add(target)
  unobserve = (target: Element): unknown => this.targets.delete(target)
  see(target: Element, isIntersecting: boolean): void {
    if (this.targets.has(target)) this.#tell([{ target, isIntersecting }])
  }
  /** The one made last with this margin round the view. */
  static around(margin: string | undefined): Seeing {
    const found = Seeing.#all.findLast((each) => each.#margin === margin)
    if (found === undefined) throw new Error('there is none')
    return found
  }
}
