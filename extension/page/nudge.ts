/** What a hint shows: plain words, all of them the extension’s own. */
export interface NudgeCard {
  readonly title: string
  readonly lines: readonly string[]
  readonly who: string
  readonly close: string
  /** People to talk to: a name, a telephone number or what else to say of it, a site. */
  readonly help: readonly { readonly name: string; readonly how: string; readonly site: string }[]
}

const looks = `
  :host { all: initial; }
  section { position: fixed; inset-inline-end: 1rem; z-index: 2147483647; inline-size: 24rem; max-inline-size: calc(100vw - 2rem); max-block-size: calc(100vh - 2rem);
    overflow: auto; box-sizing: border-box; padding: 1rem 1.25rem; border-radius: .75rem; border: 2px solid #1f6f5c; background: #fff; color: #16211e;
    font: 1rem/1.5 system-ui, sans-serif; box-shadow: 0 .5rem 2rem #0005; color-scheme: light dark; }
  section.above { inset-block-start: 1rem; }
  section.below { inset-block-end: 1rem; }
  h2 { font: inherit; font-weight: 650; font-size: 1.0625rem; margin: 0 0 .25rem; }
  p { margin: 0 0 .5rem; overflow-wrap: anywhere; }
  ul { margin: 0 0 .5rem; padding: 0; list-style: none; }
  li { margin: 0; padding: .375rem 0; border-block-start: 1px solid #d9ded6; }
  a { color: #0d5c58; font-weight: 600; display: inline-block; padding-block: .125rem; }
  small { display: block; font-size: .875rem; color: #43544e; margin: 0 0 .75rem; }
  button { font: inherit; font-weight: 600; padding: .5rem 1rem; min-block-size: 2.75rem; border: 0; border-radius: .5rem; background: #1f6f5c; color: #fff; cursor: pointer; }
  button:focus-visible, a:focus-visible { outline: 3px solid #16211e; outline-offset: 2px; }
  @media (prefers-color-scheme: dark) {
    section { background: #16211e; color: #f2f7f5; border-color: #7fd1bb; }
    li { border-color: #2b3b37; }
    a { color: #8fdccb; }
    small { color: #b4c3bd; }
    button { background: #7fd1bb; color: #10201b; }
    button:focus-visible, a:focus-visible { outline-color: #fff; }
  }
  @media (forced-colors: active) { section { border-color: CanvasText; } button { border: 1px solid ButtonText; } }
`

/** Shows hints in a document, one at a time. */
export interface Nudges {
  show(card: NudgeCard): void
  hide(): void
}

/**
 * A hint stands away from the field, out of the page’s reach, and takes no focus: a screen reader reads it when it comes, Escape or
 * its button takes it away, and nothing happens to what was written.
 */
export function createNudges(view: Window & typeof globalThis): Nudges {
  const { document } = view
  let host: HTMLElement | null = null

  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') hide()
  }

  function hide(): void {
    view.removeEventListener('keydown', onKey, true)
    host?.remove()
    host = null
  }

  function show(card: NudgeCard): void {
    hide()
    host = document.createElement('div')
    const root = host.attachShadow({ mode: 'closed' })
    const make = makerIn(document)
    const title = make('h2', card.title)
    title.id = 'title'
    const close = make('button', card.close)
    close.type = 'button'
    close.addEventListener('click', hide)
    const section = make('section')
    section.className = isFieldHigh(view) ? 'below' : 'above'
    section.setAttribute('aria-labelledby', 'title')
    const live = make('div')
    live.setAttribute('role', 'status')
    section.append(live, close)
    root.append(make('style', looks), section)
    document.documentElement.append(host)
    view.addEventListener('keydown', onKey, true)
    // A screen reader tells what comes into a region that it knows already.
    view.requestAnimationFrame(() =>
      live.append(
        title,
        ...card.lines.map((line) => make('p', line)),
        ...helpIn(make, card),
        make('small', card.who),
      ),
    )
  }

  return { show, hide }
}

type Make = <T extends keyof HTMLElementTagNameMap>(tag: T, words?: string) => HTMLElementTagNameMap[T]

const makerIn =
  (document: Document): Make =>
  (tag, words = '') => {
    const element = document.createElement(tag)
    element.textContent = words
    return element
  }

function helpIn(make: Make, { help }: NudgeCard): HTMLElement[] {
  if (help.length === 0) return []
  const list = make('ul')
  for (const { name, how, site } of help) {
    const link = make('a', name)
    link.href = site
    link.target = '_blank'
    link.rel = 'noopener noreferrer'
    const item = make('li')
    item.append(link, how === '' ? '' : ` ${how}`)
    list.append(item)
  }
  return [list]
}

/** True when somebody writes in the upper half of the window: the hint must not cover what it is about. */
function isFieldHigh({ document, innerHeight }: Window): boolean {
  let field = document.activeElement
  while (field?.shadowRoot?.activeElement) field = field.shadowRoot.activeElement
  if (field === null || field === document.body) return false
  const { top, bottom } = field.getBoundingClientRect()
  return (top + bottom) / 2 < innerHeight / 2
}
