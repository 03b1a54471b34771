import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { OwnWords } from '#extension/page/own-words.ts'
import { paragraphsOf } from '#extension/page/paragraphs.ts'
import { watchTyping } from '#extension/page/typed.ts'

const told = vi.fn<(text: string) => void>()
// Once for all: its listeners cannot be taken away.
const written: () => OwnWords = watchTyping(window, (_, text) => told(text))

const page = 'What the page says.'
const draft = 'What stands in the editor.'

/** What is read of a part of the page: its paragraphs, but for those that somebody has written here. */
function readOf(part: Node): string {
  const own = written()
  return [...paragraphsOf(part, { later: () => undefined, opened: () => undefined })]
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '' && !own.has(paragraph))
    .join(' ')
}

/** Types as a person does, at the end of what has the id `place`. */
async function type(text: string, place: string): Promise<void> {
  const here = document.querySelector<HTMLElement>(`#${place}`)
  if (here === null) throw new Error('there is nowhere to write')
  await userEvent.click(here)
  await userEvent.keyboard('{End}')
  await userEvent.keyboard(text)
}

/** Types, and waits until words are told. */
async function write(text: string, place = 'here'): Promise<void> {
  await type(text, place)
  await vi.waitFor(() => expect(told).toHaveBeenCalled(), { timeout: 5000 })
}

beforeEach(() => told.mockClear())
afterEach(() => {
  for (const name of document.body.getAttributeNames()) document.body.removeAttribute(name)
  document.body.replaceChildren()
})

test.each([
  ['a text box', `<div role="textbox">${draft}</div>`],
  ['one that says it can be edited', `<div role="textbox" aria-readonly="false">${draft}</div>`],
  [
    'what can be edited, though it says that it cannot',
    `<div contenteditable aria-readonly="true">${draft}</div>`,
  ],
  [
    'what only shows a text in an editor',
    `<div contenteditable><p role="textbox" aria-readonly="true">${draft}</p></div>`,
  ],
  [
    'an editor in what only shows a text',
    `<div role="textbox" aria-readonly="true"><p contenteditable>${draft}</p></div>`,
  ],
  ['an editor in capitals', `<div contenteditable="TRUE">${draft}</div>`],
  ['an editor of letters alone', `<div contenteditable="PlainText-only">${draft}</div>`],
  ['an editor that draws', `<div class="ace_editor">${draft}</div>`],
])('the pupil’s own is %s', (_, html) => {
  document.body.innerHTML = `<p>${page}</p>${html}`
  expect(readOf(document.body)).toBe(page)
})

test.each([
  ['a text box that only shows a text', `<div role="textbox" aria-readonly="true">${draft}</div>`],
  ['an editor that only shows what it draws', `<div class="ace_editor" aria-readonly="true">${draft}</div>`],
  ['what cannot be edited', `<div contenteditable="false">${draft}</div>`],
  ['what is as editable as the page', `<div contenteditable="inherit">${draft}</div>`],
])('the page’s is %s, also what comes into it later', (_, html) => {
  document.body.innerHTML = html
  expect(readOf(document.body)).toBe(draft)
  const later = document.body.firstElementChild?.appendChild(document.createElement('p'))
  later?.append('And later.')
  expect(readOf(later ?? document)).toBe('And later.')
})

test.each([
  ['role', 'textbox'],
  ['class', 'CodeMirror'],
])('a page that calls itself an editor as a whole by its %s is read, but for what is one', (name, value) => {
  document.body.setAttribute(name, value)
  document.body.innerHTML = `<p>${page}</p><div role="textbox">${draft}</div>`
  expect(readOf(document.body)).toBe(page)
})

test('all of a body that can be edited is the pupil’s own, and what is added in it is told once', async () => {
  document.body.setAttribute('contenteditable', '')
  document.body.innerHTML = `<p>${draft}</p><div contenteditable="false"><p id="island">${page}</p></div>
    <p role="textbox" aria-readonly="true">${page}</p><p id="here">.</p>`
  await write(' i am writing this')
  expect(told.mock.calls).toEqual([['i am writing this']])
  expect(readOf(document.documentElement)).not.toContain('What')
  for (const part of document.querySelectorAll('p')) expect(readOf(part)).toBe('')
})

test('what is written in an editor that says it cannot be edited is told, and the text around it is none of it', async () => {
  document.body.innerHTML = `<p>${page}</p><div id="here" contenteditable aria-readonly="true">${draft}</div>`
  await write(' and mine')
  expect(told.mock.calls).toEqual([['and mine']])
  expect(readOf(document.body)).toBe(page)
})

test('what is written in a field in a box that only shows a text is told, and stays theirs where the box shows it', async () => {
  document.body.innerHTML = `<div role="textbox" aria-readonly="true"><p>${page}</p><textarea id="here"></textarea></div>`
  await write('my own words about it')
  expect(told.mock.calls).toEqual([['my own words about it']])
  document.querySelector('textarea')?.before('My own words, about it!')
  expect(readOf(document.body)).toBe(page)
})

const [firstBlock, secondBlock] = [
  'The beginning of my letter, which I write in a block of its own',
  'And its end, in another block below, where I say how it all came out',
]
/** An editor made of editors, as those that make a block of each paragraph are. */
const blocks = '<p id="here" contenteditable>.</p><p id="next" contenteditable>.</p>'

test.each([
  ['in a text box', `<div role="textbox">${blocks}</div>`],
  ['on an island in an editor', `<div contenteditable><div contenteditable="false">${blocks}</div></div>`],
])('what is written in several editors %s is one text, also where the page shows it', async (_, html) => {
  document.body.innerHTML = `<p>${page}</p>${html}`
  await write(firstBlock)
  told.mockClear()
  await write(secondBlock, 'next')
  for (const block of [firstBlock, secondBlock])
    expect(told.mock.calls).toEqual([[expect.stringContaining(block)]])
  document.body.append(`${firstBlock} ${secondBlock}`)
  expect(readOf(document.body)).toBe(page)
})

test('what is written in an editor within one for something secret is not told', async () => {
  document.body.innerHTML = `<div role="textbox" aria-label="Recovery phrase">${blocks}</div><textarea id="open"></textarea>`
  await type('correct horse battery staple', 'here')
  await write('my own words', 'open')
  expect(told.mock.calls).toEqual([['my own words']])
})
