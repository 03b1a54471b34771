import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createOwnWords } from '#extension/page/own-words.ts'
import { paragraphsOf } from '#extension/page/paragraphs.ts'
import { readPage } from '#extension/page/read.ts'

let heard: { document: string; text: string }[] = []
let answer: 'allow' | 'stop' | 'enough' = 'allow'
const all = (): string => heard.map(({ text }) => text).join('')

/** Hears for one test; the readers of tests before tell nobody any more. */
function begin(): void {
  const mine = (heard = [] as typeof heard)
  answer = 'allow'
  readPage(
    window,
    async (id, text) => {
      if (mine !== heard) return 'enough'
      mine.push({ document: id, text })
      return answer
    },
    createOwnWords,
  )
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
/** Until the reader has looked at what changed. */
const looked = (): Promise<void> => wait(900)

beforeEach(() => {
  document.title = ''
  document.body.innerHTML = ''
})
// Who reads on finds nothing more, and is done before the page ends.
afterAll(async () => {
  document.body.innerHTML = ''
  await looked()
})

describe('reading a page', () => {
  it('tells title and visible text by paragraphs, with what pictures and controls are called', async () => {
    document.title = 'The water cycle'
    document.body.innerHTML = `<h1>Rain</h1><p>Water <b>rises</b> and<br>falls.</p><img alt="A grey cloud">
      <button aria-label="Close the picture">×</button><script>var secret = 'code'</script><style>p { color: red }</style>
      <noscript>Turn scripts on</noscript><textarea>my own words</textarea><div contenteditable="true">my draft</div>`
    begin()
    await wait(200)
    expect(
      all()
        .split('\n')
        .map((line) => line.trim()),
    ).toEqual([
      'The water cycle',
      'Rain',
      'Water rises and falls.',
      'A grey cloud',
      'Close the picture ×',
      '',
    ])
  })

  it('leaves out what cannot be seen, until it shows', async () => {
    document.body.innerHTML =
      '<p>In the open, for everybody to read.</p><p id="later">Behind the curtain, for later.</p>'
    const later = document.querySelector('#later') as HTMLElement
    let shows = false
    later.checkVisibility = () => shows
    begin()
    await wait(200)
    expect(all()).toContain('In the open')
    expect(all()).not.toContain('curtain')
    shows = true
    later.click()
    await looked()
    await wait(3100)
    expect(all()).toContain('Behind the curtain')
  })

  it('reads open shadow roots and what comes into them', async () => {
    document.body.innerHTML = '<chat-room></chat-room>'
    const root = (document.querySelector('chat-room') as HTMLElement).attachShadow({ mode: 'open' })
    root.innerHTML = '<p>Said in the shadow of the room, where it is cool.</p>'
    begin()
    await wait(200)
    expect(all()).toContain('Said in the shadow')
    root.innerHTML += '<p>Another message that came in some time after the first, for all to see.</p>'
    await looked()
    expect(all()).toContain('Another message')
  })

  it('tells what is added once, and of an answer that grows only what is new with a little of what stood before', async () => {
    document.body.innerHTML =
      '<p>A question that somebody asked in the middle of a lesson about the sea.</p><p id="answer"></p>'
    const words = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, n) => `word${from + n}`).join(' ')
    begin()
    await wait(200)
    const text = document.createTextNode(words(0, 100))
    document.querySelector('#answer')?.append(text)
    await looked()
    text.data += ` ${words(100, 200)}`
    await looked()
    const [, first, second] = heard
    expect(first?.text).toBe(`${words(0, 100)}\n`)
    expect(second?.text).toContain('word199')
    expect(second?.text).toContain('word99')
    expect(second?.text).not.toContain('word50 ')
    expect(heard).toHaveLength(3)
  })

  it('reads the words of a drawing, and what is put into it, but none of its lines', async () => {
    document.body.innerHTML = `<svg aria-label="A map of the school"><path d="M0 0"/>
      <g><text>Drawn words <tspan>in one line.</tspan></text><foreignObject><p>A page in a drawing.</p></foreignObject></g><text>And more.</text></svg>
      <p>After the drawing.</p>`
    begin()
    await wait(200)
    expect(
      all()
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    ).toEqual([
      'A map of the school',
      'Drawn words in one line.',
      'A page in a drawing.',
      'And more.',
      'After the drawing.',
    ])
    document.querySelector('g')?.append(document.createElementNS('http://www.w3.org/2000/svg', 'text'))
    document
      .querySelector('g')
      ?.lastChild?.appendChild(
        document.createTextNode(
          'Words that a script has drawn later, in a map of the school, for all to see.',
        ),
      )
    await looked()
    expect(all()).toContain('a script has drawn later')
  })

  it('begins anew when the address is another one', async () => {
    vi.spyOn(performance, 'now').mockImplementation(() => Date.now())
    document.body.innerHTML = '<p>The first page of an application that never loads.</p>'
    begin()
    await wait(200)
    vi.spyOn(performance, 'now').mockImplementation(() => Date.now() + 10_000)
    history.pushState(null, '', `?${Math.random()}`)
    document.body.innerHTML = '<p>The second page of an application that never loads.</p>'
    await looked()
    vi.restoreAllMocks()
    expect(heard).toHaveLength(2)
    expect(heard[1]?.document).not.toBe(heard[0]?.document)
    expect(heard[1]?.text).toContain('The second page')
  })

  it('stops when there is enough, and when nobody answers any more', async () => {
    document.body.innerHTML = '<p>A page that the background does not want to hear of.</p>'
    begin()
    answer = 'enough'
    await wait(200)
    document.body.innerHTML +=
      '<p>More of the page that the background does not want to hear of, and more.</p>'
    await looked()
    expect(heard).toHaveLength(1)
  })

  it('sends a text in one line in pieces that a message holds, and not without end', async () => {
    const line = 'lorem ipsum dolor sit amet '.repeat(20_000)
    document.body.append(line)
    begin()
    await wait(600)
    expect(Math.max(...heard.map(({ text }) => text.length))).toBeLessThanOrEqual(16_000)
    expect(all().length).toBeGreaterThan(150_000)
    expect(all().length).toBeLessThan(201_000)
    for (const { text } of heard.slice(0, -1)) expect(text).toMatch(/\s$/u)
  })

  it.each([
    ['in one piece', 1],
    ['in many', 40],
  ])('reads the end of a line without end that comes %s', async (_, pieces) => {
    const line = document.createElement('p')
    for (let n = 0; n < pieces; n++)
      line.append(
        document.createTextNode(`part ${n} ${'lorem ipsum dolor sit amet '.repeat(16_000 / pieces)}`),
      )
    line.append('these are the last words of it.')
    if (pieces === 1) line.normalize()
    document.body.append(line)
    begin()
    await vi.waitFor(() => expect(all()).toContain('these are the last words of it.'), { timeout: 3000 })
    expect(all()).toContain('part 0')
    expect(all().length).toBeLessThan(205_000)
  })

  it('does not wait for the end of a page that never ends', async () => {
    document.body.innerHTML = '<p>The beginning of an endless page.</p>'
    Object.defineProperty(document, 'readyState', { value: 'loading', configurable: true })
    begin()
    Reflect.deleteProperty(document, 'readyState')
    await wait(200)
    expect(all()).toBe('')
    await vi.waitFor(() => expect(all()).toContain('The beginning of an endless page.'), { timeout: 5000 })
    document.dispatchEvent(new Event('DOMContentLoaded'))
    await wait(200)
    expect(heard).toHaveLength(1)
  })

  it('tells again what nobody has heard', async () => {
    document.body.innerHTML = '<p>Words that came while the worker was being replaced.</p>'
    const mine = (heard = [] as typeof heard)
    let isAway = true
    readPage(
      window,
      async (id, text) => {
        if (isAway) {
          isAway = false
          throw new Error('nobody is there')
        }
        mine.push({ document: id, text })
        return 'allow'
      },
      createOwnWords,
    )
    await vi.waitFor(() => expect(all()).toContain('while the worker was being replaced'), { timeout: 3000 })
  })

  it('waits until somebody sees the tab', async () => {
    document.body.innerHTML = '<p>Words in a tab behind the others.</p>'
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
    begin()
    await wait(300)
    expect(all()).toBe('')
    Reflect.deleteProperty(document, 'visibilityState')
    document.dispatchEvent(new Event('visibilitychange'))
    await vi.waitFor(() => expect(all()).toContain('behind the others'), { timeout: 3000 })
  })

  it('takes a paragraph without end in parts', () => {
    const line = document.createElement('p')
    document.body.append(line)
    for (let n = 0; n < 40; n++)
      line.append(document.createTextNode(`part ${n} ${'of a line '.repeat(1000)}`))
    const meets = { later: () => undefined, opened: () => undefined }
    const lengths = [...paragraphsOf(line, meets)].map(({ length }) => length)
    expect(Math.max(...lengths)).toBeLessThan(70_000)
    expect(lengths.reduce((sum, length) => sum + length)).toBe(line.textContent.length)
  })

  it('bears a page that changes its text under the reader', async () => {
    document.body.innerHTML = Array.from(
      { length: 400 },
      (_, n) => `<p>Paragraph number ${n} of a page that fights.</p>`,
    ).join('')
    let turns = 0
    const mine = (heard = [] as typeof heard)
    readPage(
      window,
      async (id, text) => {
        for (const p of document.querySelectorAll('p')) if (/(?:3|7) of/u.test(p.textContent)) p.remove()
        turns += 1
        mine.push({ document: id, text })
        return turns > 40 ? 'enough' : 'allow'
      },
      createOwnWords,
    )
    const fight = setInterval(() => {
      document.querySelector('p')?.replaceWith(document.createElement('p'))
      document.body.append(
        Object.assign(document.createElement('p'), { textContent: `again ${Math.random()}` }),
      )
    }, 1)
    await vi.waitFor(() => expect(all()).toContain('Paragraph number 399 of'), { timeout: 8000 })
    clearInterval(fight)
  })
})
