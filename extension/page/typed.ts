import { isPrivateField, type Field } from './private-fields.ts'
import { anyShadowOf } from './shadows.ts'

/** Tells what somebody has written in a field so far; `sent` when it has left the field. */
export type TellTyped = (field: number, text: string, sent: boolean) => void

/** Nobody’s words are looked at while they are still looking for them. */
const pauseMs = 1200
/** Of a long text the end is what is being written. */
const longestText = 2000

/**
 * Notices what is written, when the writer pauses, sends it or leaves the field: never key by key, never in a field for something
 * secret, and only what was added to the words that stood there before.
 */
export function watchTyping(view: Window & typeof globalThis, tell: TellTyped): void {
  const before = new WeakMap<Element, string>()
  const numbers = new WeakMap<Element, number>()
  const secrets = new WeakSet<Element>()
  const sentFrom = new WeakSet<Element>()
  let fields = 0
  let field: Field | null = null
  let timer = 0

  function flush(sent: boolean): void {
    clearTimeout(timer)
    const written = field
    field = null
    if (written === null || !written.isConnected || isPrivateField(written)) return
    const text = wordsIn(written)
    const own = added(before.get(written) ?? '', text)
      .slice(-longestText)
      .trim()
    if (sent) sentFrom.add(written)
    const number = numbers.get(written) ?? (fields += 1)
    numbers.set(written, number)
    if (own.length > 2) tell(number, own, sent)
  }

  const listen = (type: string, run: (event: Event) => void): void =>
    view.addEventListener(type, (event) => event.isTrusted && run(event), { capture: true, passive: true })

  // A field that hides its letters now and then holds a password also while it shows them.
  listen('focusin', (event) => {
    const target = innermost(event)
    if (target instanceof view.HTMLInputElement && target.type === 'password') secrets.add(target)
  })
  listen('beforeinput', (event) => {
    const target = fieldOf(event)
    if (target === null || (before.has(target) && !sentFrom.delete(target)) || secrets.has(target)) return
    if (isPrivateField(target)) return
    const words = wordsIn(target)
    // After a message was sent the field is empty; one that only lost the focus goes on.
    if (!before.has(target) || words.trim() === '') before.set(target, words)
  })
  listen('input', (event) => {
    const target = fieldOf(event)
    if (target === null || !before.has(target)) return
    if (field !== null && field !== target) flush(false)
    field = target
    clearTimeout(timer)
    timer = view.setTimeout(() => flush(false), pauseMs)
  })
  listen('keydown', (event) => {
    const { key, shiftKey, isComposing } = event as KeyboardEvent
    if (key === 'Enter' && !shiftKey && !isComposing) flush(true)
  })
  for (const type of ['submit', 'pointerdown', 'pagehide']) listen(type, () => flush(true))
  listen('focusout', () => flush(false))

  /** The field that an event is about: an input, a text area, or what may be edited as a whole. */
  function fieldOf(event: Event): Field | null {
    const target = innermost(event)
    if (target instanceof view.HTMLInputElement || target instanceof view.HTMLTextAreaElement) return target
    let field: HTMLElement | null = null
    for (let around = target; around !== null; around = aroundOf(around))
      if (around instanceof view.HTMLElement && around.isContentEditable) field = around
    return field
  }
}

/** Where an event happens: of what happens in a closed shadow root the browser names but the host. */
function innermost(event: Event): Node | null {
  const [target] = event.composedPath()
  if (!(target instanceof Node)) return null
  let inner = target
  while (inner instanceof Element && !('value' in inner)) {
    const active = anyShadowOf(inner)?.activeElement ?? null
    if (active === null) break
    inner = active
  }
  return inner
}

const aroundOf = (node: Node): Node | null =>
  node.parentNode ?? (node instanceof ShadowRoot ? node.host : null)

const wordsIn = (field: Field): string =>
  'value' in field ? field.value : [...field.childNodes].map(({ textContent }) => textContent).join('\n')

/** What a text has that the one before had not, between the beginning and the end that both share. */
function added(before: string, now: string): string {
  let start = 0
  while (start < before.length && before[start] === now[start]) start += 1
  let end = 0
  const most = Math.min(before.length, now.length) - start
  while (end < most && before.at(-1 - end) === now.at(-1 - end)) end += 1
  return now.slice(start, now.length - end)
}
