const looks = `
  :host { all: initial; }
  div { position: fixed; inset: 1rem 1rem auto auto; z-index: 2147483647; max-width: min(28rem, calc(100vw - 2rem)); box-sizing: border-box;
    padding: 1rem 1.25rem; border-radius: .75rem; border: 2px solid #1f6f5c; background: #fff; color: #16211e;
    font: 1rem/1.5 system-ui, sans-serif; box-shadow: 0 .5rem 2rem #0005; }
  strong { display: block; font-size: .875rem; }
  p { margin: .25rem 0 .75rem; overflow-wrap: anywhere; white-space: pre-line; }
  button { font: inherit; font-weight: 600; padding: .5rem 1rem; min-height: 2.75rem; border: 0; border-radius: .5rem; background: #1f6f5c; color: #fff; cursor: pointer; }
  button:focus-visible { outline: 3px solid #16211e; outline-offset: 2px; }
  @media (prefers-color-scheme: dark) {
    div { background: #16211e; color: #f2f7f5; border-color: #7fd1bb; }
    button { background: #7fd1bb; color: #10201b; }
    button:focus-visible { outline-color: #fff; }
  }
`

/** Shows what a teacher writes, over the page and out of its reach, until the pupil has read it. */
export function banner(document: Document, from: string, text: string): void {
  const host = document.createElement('div')
  const root = host.attachShadow({ mode: 'closed' })
  const style = document.createElement('style')
  style.textContent = looks
  const box = document.createElement('div')
  box.setAttribute('role', 'alertdialog')
  box.setAttribute('aria-labelledby', 'from')
  box.setAttribute('aria-describedby', 'text')
  const name = document.createElement('strong')
  name.id = 'from'
  name.textContent = `Message from ${from}`
  const words = document.createElement('p')
  words.id = 'text'
  words.textContent = text
  const close = document.createElement('button')
  close.type = 'button'
  close.textContent = 'OK, I have read it'
  close.addEventListener('click', () => host.remove())
  box.append(name, words, close)
  root.append(style, box)
  document.documentElement.append(host)
  close.focus({ preventScroll: true })
}
