import type { ImageWords } from './images-words.ts'

const looks = `
  :host { all: initial; }
  .cover { position: fixed; box-sizing: border-box; display: grid; place-content: center; justify-items: center; gap: .375rem; overflow: hidden;
    padding: .5rem; color: #fff; background: #10201bb3; font: .875rem/1.35 system-ui, sans-serif; text-align: center; pointer-events: none; }
  p { margin: 0; max-inline-size: 22rem; text-wrap: balance; }
  div > div { display: flex; flex-wrap: wrap; gap: .375rem; justify-content: center; }
  button { pointer-events: auto; font: inherit; font-weight: 600; padding: .25rem .75rem; min-height: 2rem; border: 1px solid #fff; border-radius: .5rem;
    background: #10201b; color: #fff; cursor: pointer; }
  button:hover { background: #1f6f5c; }
  button:focus-visible { outline: 3px solid #fff; outline-offset: 2px; }
  .low { font-size: .75rem; padding: .125rem; }
  .low p, .low .wrong { display: none; }
`
/** Smaller than this there is room for one button alone; its name says the rest. */
const roomy = { width: 190, height: 120 }

/** The words and buttons that lie over pictures that were kept, out of the page's reach. */
export interface Covers {
  put(over: Element, why: 'kept' | 'unknown', mayReveal: boolean, reveal: () => void): void
  remove(over: Element): void
}

/** @param wrong called when the pupil says that a picture was kept wrongly */
export function createCovers(view: Window, words: ImageWords, wrong: () => void): Covers {
  const { document } = view
  const covers = new Map<Element, HTMLElement>()
  let root: ShadowRoot | null = null
  let isPlanned = false

  function layer(): ShadowRoot {
    if (root !== null) return root
    const host = document.createElement('div')
    host.style.cssText = 'all: initial; position: fixed; inset: 0 auto auto 0; z-index: 2147483646'
    root = host.attachShadow({ mode: 'closed' })
    const style = document.createElement('style')
    style.textContent = looks
    root.append(style)
    document.documentElement.append(host)
    // Whatever scrolls or changes size moves them along.
    for (const event of ['scroll', 'resize', 'load', 'transitionend'])
      view.addEventListener(event, plan, { capture: true, passive: true })
    new ResizeObserver(plan).observe(document.documentElement)
    return root
  }
  function plan(): void {
    if (isPlanned) return
    isPlanned = true
    view.requestAnimationFrame(() => {
      isPlanned = false
      for (const [over, cover] of covers) place(over, cover)
    })
  }
  function place(over: Element, cover: HTMLElement): void {
    if (!over.isConnected) return remove(over)
    const { left, top, width, height } = over.getBoundingClientRect()
    cover.hidden = width === 0 || height === 0
    cover.style.cssText = cover.hidden
      ? 'display: none'
      : `left: ${left}px; top: ${top}px; width: ${width}px; height: ${height}px`
    cover.classList.toggle('low', height < roomy.height || width < roomy.width)
  }
  function remove(over: Element): void {
    covers.get(over)?.remove()
    covers.delete(over)
  }
  function button(name: string, hint: string, press: () => void): HTMLButtonElement {
    const made = document.createElement('button')
    made.type = 'button'
    made.textContent = name
    made.setAttribute('aria-label', `${name}: ${hint}`)
    made.addEventListener('click', (event) => {
      // Only a person presses these; and what lies under them is not meant.
      event.stopPropagation()
      event.preventDefault()
      if (event.isTrusted) press()
    })
    return made
  }

  return {
    put(over, why, mayReveal, reveal) {
      remove(over)
      const cover = document.createElement('div')
      cover.className = 'cover'
      cover.setAttribute('role', 'group')
      cover.setAttribute('aria-label', words[why])
      const reason = document.createElement('p')
      reason.textContent = words[why]
      const buttons = document.createElement('div')
      if (mayReveal) buttons.append(button(words.show, words[why], reveal))
      const doubt = button(words.wrong, words[why], () => {
        wrong()
        doubt.replaceWith(words.told)
      })
      doubt.className = mayReveal ? 'wrong' : ''
      buttons.append(doubt)
      cover.append(reason, buttons)
      covers.set(over, cover)
      layer().append(cover)
      place(over, cover)
    },
    remove,
  }
}
