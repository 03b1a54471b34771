import { isUnseenField, ownTextAround } from './own-text.ts'
import { createOwnWords, type OwnWords } from './own-words.ts'
import { isPrivateField, type Field } from './private-fields.ts'
import { anyShadowOf } from './shadows.ts'

/** Tells what somebody has written in a field so far; `sent` when it has left the field. */
export type TellTyped = (field: number, text: string, sent: boolean) => void

/** Nobody’s words are looked at while they are still looking for them. */
const pauseMs = 1200
/** Of a long text the end is what is being written. */
const longestText = 2000

/** What is known of a field while one text is being written in it. */
interface Writing {
  readonly number: number
  /** What stood there before. */
  readonly before: string
  told: string
  isSent: boolean
}

/**
 * Notices what is written, when the writer pauses, sends it or leaves the field: never key by key, never in a field for something
 * secret, and only what was added to the words that stood there before. Answers what was written here, up to now.
 */
export function watchTyping(view: Window & typeof globalThis, tell: TellTyped): () => OwnWords {
  const own = createOwnWords()
  const writings = new WeakMap<Element, Writing>()
  const secrets = new WeakSet<Node>()
  let fields = 0
  let field: Field | null = null
  let timer = 0

  function look(): [Writing, text: string] | null {
    const writing = field === null ? undefined : writings.get(field)
    if (field === null || writing === undefined || !field.isConnected) return null
    if (isSecret(field) || isPrivateField(field)) return null
    const text = added(writing.before, wordsIn(field))
    own.keep(writing, text)
    return [writing, text.slice(-longestText).trim()]
  }

  function flush(sent: boolean): void {
    clearTimeout(timer)
    const found = look()
    field = null
    if (found === null) return
    const [writing, text] = found
    // Words that the writer has taken away again are told as none.
    const words = text.length > 2 ? text : ''
    if (writing.isSent || (words === writing.told && !(words && sent))) return
    writing.isSent = sent
    writing.told = words
    tell(writing.number, words, sent)
  }

  const listen = (type: string, run: (event: Event) => void): void =>
    view.addEventListener(type, (event) => event.isTrusted && run(event), { capture: true, passive: true })

  listen('focusin', (event) => void isSecret(innermost(event) ?? view.document))
  // An editor that writes by itself stops this event, and no `input` follows.
  listen('beforeinput', (event) => {
    const target = fieldOf(event)
    if (target === null || isSecret(target)) return
    const last = writings.get(target)
    const isOpen = last?.isSent === false
    const isBegun = isOpen && (field === target || wordsIn(target).trim() !== '')
    if (!isBegun) {
      if (isPrivateField(target)) return
      const before = wordsIn(target)
      // After a message was sent, however that was done, the field is empty; one that only lost the focus goes on.
      if (last === undefined || before.trim() === '') {
        if (isOpen && last.told) tell(last.number, last.told, true)
        writings.set(target, { number: last?.number ?? (fields += 1), before, told: '', isSent: false })
      } else last.isSent = false
    }
    if (field !== target) flush(false)
    field = target
    clearTimeout(timer)
    timer = view.setTimeout(() => flush(false), pauseMs)
  })
  listen('keydown', (event) => {
    const { key, shiftKey, isComposing } = event as KeyboardEvent
    if (key !== 'Enter' || shiftKey || isComposing) return
    // It may come long after the last letter.
    field ??= fieldOf(event)
    flush(true)
  })
  for (const type of ['submit', 'pointerdown', 'pagehide']) listen(type, () => flush(true))
  listen('focusout', () => flush(false))

  /** A field that hides its letters now and then, as it is seen to do, holds a password also while it shows them. */
  function isSecret(field: Node): boolean {
    if ((field as Partial<HTMLInputElement>).type === 'password') secrets.add(field)
    return secrets.has(field)
  }

  /** The field that an event is about: what may be edited as a whole, an input or a text area. */
  function fieldOf(event: Event): Field | null {
    const target = innermost(event)
    const isField = target instanceof view.HTMLInputElement || target instanceof view.HTMLTextAreaElement
    return isField && !isUnseenField(target) ? target : ownTextAround(target)
  }

  return () => {
    look()
    return own
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
