import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watchTyping } from '#extension/page/typed.ts'

let heard: [field: number, text: string, sent: boolean][] = []
const isReal = { value: true, configurable: true }

/** An event as a person’s keyboard makes it. */
function fire(target: EventTarget, type: string, init: KeyboardEventInit = {}): void {
  const event = new KeyboardEvent(type, { bubbles: true, composed: true, ...init })
  Object.defineProperty(event, 'isTrusted', isReal)
  target.dispatchEvent(event)
}

function write(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  fire(field, 'focusin')
  for (const letter of text) {
    fire(field, 'beforeinput')
    field.value += letter
    fire(field, 'input')
  }
}

function fieldFrom(html: string): HTMLInputElement {
  document.body.innerHTML = html
  return document.querySelector('input,textarea') as HTMLInputElement
}

const tell = (field: number, text: string, sent: boolean): void => void heard.push([field, text, sent])
/** Where one test listens; the listeners of tests before hear nothing of it. */
let isListening = false

let shadowBehind = (_: Element): ShadowRoot | null => null
vi.stubGlobal('browser', { dom: { openOrClosedShadowRoot: (host: Element) => shadowBehind(host) } })

beforeEach(() => {
  vi.useFakeTimers()
  shadowBehind = () => null
  heard = []
  if (!isListening) watchTyping(window, (...rest) => tell(...rest))
  isListening = true
})
afterEach(() => {
  vi.runAllTimers()
  vi.useRealTimers()
})

describe('typed words', () => {
  it('are told when the writer pauses, whole and never key by key', () => {
    write(fieldFrom('<textarea></textarea>'), 'what a day')
    vi.advanceTimersByTime(1100)
    expect(heard).toEqual([])
    vi.advanceTimersByTime(200)
    expect(heard.map(([, text, sent]) => [text, sent])).toEqual([['what a day', false]])
  })

  it('are told as they were when Enter sends them and the page clears the field', () => {
    const field = fieldFrom('<input type="text" name="message">')
    write(field, 'see you there')
    fire(field, 'keydown', { key: 'Enter' })
    field.value = ''
    vi.advanceTimersByTime(2000)
    expect(heard.map(([, text, sent]) => [text, sent])).toEqual([['see you there', true]])
    write(field, 'next one')
    vi.advanceTimersByTime(2000)
    expect(heard.at(-1)?.[1]).toBe('next one')
  })

  it('are told as sent, once, also when Enter comes long after the last letter', () => {
    const field = fieldFrom('<input type="text" name="message">')
    write(field, 'are you alone')
    vi.advanceTimersByTime(3000)
    fire(field, 'keydown', { key: 'Enter' })
    fire(field, 'keydown', { key: 'Enter' })
    expect(heard.map(([, text, sent]) => [text, sent])).toEqual([
      ['are you alone', false],
      ['are you alone', true],
    ])
  })

  it('of a message that went away by itself are not those of the next one', () => {
    const field = fieldFrom('<textarea></textarea>') as unknown as HTMLTextAreaElement
    write(field, 'are you alone')
    vi.advanceTimersByTime(3000)
    field.value = ''
    write(field, 'are you alone')
    vi.advanceTimersByTime(3000)
    expect(heard.map(([, text, sent]) => [text, sent])).toEqual([
      ['are you alone', false],
      // That it was sent shows when the next one begins.
      ['are you alone', true],
      ['are you alone', false],
    ])
  })

  it.each([
    ['after a while', () => vi.advanceTimersByTime(3000)],
    ['at once, by a click', () => fire(document.body, 'pointerdown')],
  ])('that the writer takes away are told as none, %s', (_, then) => {
    const field = fieldFrom('<textarea></textarea>')
    write(field, 'my name is Amara Okafor')
    vi.advanceTimersByTime(3000)
    fire(field, 'beforeinput')
    field.value = ''
    then()
    vi.advanceTimersByTime(3000)
    expect(heard.map(([, text]) => text)).toEqual(['my name is Amara Okafor', ''])
  })

  it('are noticed in a field that stands in a text box or in a page that can be edited', () => {
    for (const around of [
      '<div role="textbox"><textarea></textarea></div>',
      '<div contenteditable><input></div>',
    ]) {
      heard = []
      write(fieldFrom(around), 'what a day')
      vi.advanceTimersByTime(2000)
      expect(heard.map(([, text]) => text)).toEqual(['what a day'])
    }
  })

  it('are those that were added, not those that stood there before', () => {
    const field = fieldFrom('<textarea>You are horrible, wrote somebody else.</textarea>')
    write(field, ' I am sorry to hear that.')
    vi.advanceTimersByTime(2000)
    expect(heard.at(-1)?.[1]).toBe('I am sorry to hear that.')
  })

  it('are noticed in shadow roots and in what can be edited as a whole', () => {
    document.body.innerHTML = '<chat-box></chat-box>'
    const root = (document.querySelector('chat-box') as HTMLElement).attachShadow({ mode: 'open' })
    root.innerHTML = '<textarea></textarea>'
    write(root.querySelector('textarea') as HTMLTextAreaElement, 'from the shadow')
    vi.advanceTimersByTime(2000)
    expect(heard.at(-1)?.[1]).toBe('from the shadow')
    const editor = document.createElement('div')
    editor.setAttribute('contenteditable', 'true')
    Object.defineProperty(editor, 'isContentEditable', { value: true })
    document.body.append(editor)
    fire(editor, 'beforeinput')
    editor.append('from the editor')
    fire(editor, 'input')
    vi.advanceTimersByTime(2000)
    expect(heard.at(-1)?.[1]).toBe('from the editor')
  })

  it('are noticed in shadow roots that the page has closed, in fields and editors, but for passwords', () => {
    const open = Element.prototype.attachShadow
    const roots = new Map<Element, ShadowRoot>()
    const shadowIn = (host: Element): ShadowRoot => {
      const root = open.call(host, { mode: 'closed' })
      roots.set(host, root)
      return root
    }
    shadowBehind = (host) => roots.get(host) ?? null
    document.body.innerHTML = '<div id="outer"></div>'
    const host = document.querySelector('#outer') as HTMLElement
    const inner = shadowIn(host).appendChild(document.createElement('chat-box'))
    const root = shadowIn(inner)
    root.innerHTML = '<textarea></textarea><div contenteditable="true"></div><input type="password">'
    const [field, editor, secret] = [...root.children] as [HTMLTextAreaElement, HTMLElement, HTMLInputElement]
    Object.defineProperty(editor, 'isContentEditable', { value: true })
    /** The browser names but the host of what happens in there. */
    const writeIn = (target: HTMLElement, add: () => void): void => {
      Object.defineProperty(roots.get(host), 'activeElement', { value: inner, configurable: true })
      Object.defineProperty(root, 'activeElement', { value: target, configurable: true })
      for (const type of ['focusin', 'beforeinput']) fire(host, type)
      add()
      fire(host, 'input')
      vi.advanceTimersByTime(2000)
    }
    writeIn(field, () => (field.value = 'from behind the door'))
    expect(heard.at(-1)?.[1]).toBe('from behind the door')
    writeIn(editor, () => editor.append('from the editor behind it'))
    expect(heard.at(-1)?.[1]).toBe('from the editor behind it')
    writeIn(secret, () => undefined)
    secret.type = 'text'
    writeIn(secret, () => (secret.value = 'correct horse battery staple'))
    expect(heard).toHaveLength(2)
  })

  it('are never looked at in a field whose letters the page hides', () => {
    const field = fieldFrom('<textarea style="-webkit-text-security: disc"></textarea>')
    vi.spyOn(window, 'getComputedStyle').mockImplementation(
      (element) =>
        ({
          getPropertyValue: (name: string) =>
            name === '-webkit-text-security' && element === field ? 'disc' : '',
        }) as CSSStyleDeclaration,
    )
    write(field, 'correct horse battery staple')
    vi.advanceTimersByTime(2000)
    vi.restoreAllMocks()
    expect(heard).toEqual([])
  })

  it('are not what a script wrote in somebody’s name', () => {
    const field = fieldFrom('<textarea></textarea>')
    field.dispatchEvent(new Event('beforeinput', { bubbles: true }))
    field.value = 'put into my mouth'
    field.dispatchEvent(new Event('input', { bubbles: true }))
    vi.advanceTimersByTime(2000)
    expect(heard).toEqual([])
  })

  it.each([
    '<input type="password">',
    '<input type="email">',
    '<input type="tel">',
    '<input type="search">',
    '<input type="number">',
    '<input type="text" autocomplete="cc-number">',
    '<input type="text" autocomplete="one-time-code">',
    '<input type="text" autocomplete="street-address">',
    '<input type="text" name="card_number">',
    '<input type="text" id="otp">',
    '<input type="text" placeholder="Your password">',
    '<input type="text" aria-label="Security code" inputmode="numeric">',
    '<input type="text" maxlength="6">',
    '<input type="text" name="q">',
    '<form role="search"><input type="text"></form>',
    '<form><input type="text" name="nick"><input type="password"></form>',
    '<textarea name="secret-recovery-phrase"></textarea>',
    '<label>Password <input type="text" name="x4"></label>',
    '<label for="x3">One-time code</label><input type="text" id="x3">',
    '<p id="said">Card number</p><input type="text" aria-labelledby="said">',
    '<input type="text" name="passcode">',
    '<input type="text" name="securityCode">',
    '<input type="text" title="Security code">',
    '<input type="text" name="code">',
    '<input type="text" aria-label="Enter the code we sent you">',
    '<input type="text" name="smscode">',
    '<input type="text" name="mfaCode">',
    '<input type="text" name="creditcard">',
    '<input type="text" name="cardExpiry">',
    '<input type="text" id="user_pass">',
    '<input type="text" name="motdepasse">',
  ])('are never looked at in %s', (html) => {
    write(fieldFrom(html), 'correct horse battery staple')
    vi.advanceTimersByTime(2000)
    expect(heard).toEqual([])
  })

  it('are never looked at in a password field that shows its letters for a moment', () => {
    const field = fieldFrom('<input type="password">')
    fire(field, 'focusin')
    field.type = 'text'
    write(field, 'correct horse battery staple')
    vi.advanceTimersByTime(2000)
    expect(heard).toEqual([])
  })

  it('are never looked at in a field that became a password while it was written in, and shows its letters again', () => {
    const field = fieldFrom('<input type="text">')
    write(field, 'my name')
    field.type = 'password'
    write(field, 'correct horse battery staple')
    vi.advanceTimersByTime(2000)
    field.type = 'text'
    write(field, ' and more')
    fire(field, 'keydown', { key: 'Enter' })
    vi.advanceTimersByTime(2000)
    expect(heard).toEqual([])
  })

  it('are never looked at in a field that became a password without losing the focus', () => {
    const field = fieldFrom('<input type="text">')
    write(field, 'my name')
    vi.advanceTimersByTime(2000)
    field.type = 'password'
    fire(field, 'beforeinput')
    field.value += ' correct horse battery staple'
    vi.advanceTimersByTime(2000)
    field.type = 'text'
    fire(field, 'beforeinput')
    field.value += '!'
    vi.advanceTimersByTime(2000)
    expect(heard.map(([, text]) => text)).toEqual(['my name'])
  })
})
