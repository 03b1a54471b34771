import { expect, test } from 'vitest'
import { paragraphsOf } from '#extension/page/paragraphs.ts'

/** Words as they stand in the document, and as somebody sees them who is shown their letters from right to left. */
const words = 'water moves'
const turned = 'sevom retaw'

const outer = 'direction: rtl; unicode-bidi: bidi-override'
const bare = 'display: contents'

/** Shows a page, also one with shadow roots. */
const show = (html: string): void => document.body.setHTMLUnsafe(html)

const read = (): string =>
  [...paragraphsOf(document.body, { later: () => undefined, opened: () => undefined })].join(' ').trim()

/** The text that says the words, also one in a shadow root. */
function wordsOn(root: Node): Text | null {
  const walker = document.createTreeWalker(root)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text && node.data === words) return node
    const inShadow = node instanceof Element && node.shadowRoot !== null ? wordsOn(node.shadowRoot) : null
    if (inShadow !== null) return inShadow
  }
  return null
}

/** What the browser draws, from left to right. */
function drawn(): string {
  const text = wordsOn(document.body)
  if (text === null) return ''
  const range = document.createRange()
  const leftOf = (at: number): number => {
    range.setStart(text, at)
    range.setEnd(text, at + 1)
    return range.getBoundingClientRect().left
  }
  return Array.from(words, (letter, at) => ({ letter, left: leftOf(at) }))
    .toSorted((one, other) => one.left - other.left)
    .map(({ letter }) => letter)
    .join('')
}

test.each([
  ['an element for it around a plain one', `<bdo dir="rtl"><span>${words}</span></bdo>`],
  ['a style of what is several elements out', `<p style="${outer}">1 <b>2 <i>${words}</i></b></p>`],
  ['a style of a cell', `<table><td style="${outer}"><a href="#">${words}</a></table>`],
  ['a direction alone in between', `<bdo dir="rtl"><i style="direction: ltr">${words}</i></bdo>`],
  [
    'an override that is a world of its own',
    `<i style="direction: rtl; unicode-bidi: isolate-override"><b>${words}</b></i>`,
  ],
  ['the inner one of two', `<bdo dir="ltr"><bdo dir="rtl"><i>${words}</i></bdo></bdo>`],
  ['a style around what has no box of its own', `<p style="${outer}"><i style="${bare}">${words}</i></p>`],
  ['a style of what has no box of its own', `<p><i style="${bare}; ${outer}">${words}</i></p>`],
  [
    'an element for it around a shadow',
    `<bdo dir="rtl"><x-a><template shadowrootmode="open"><b>${words}</b></template></x-a></bdo>`,
  ],
])('letters are read as they are drawn, from the last to the first, by %s', (_, html) => {
  show(html)
  expect(drawn()).toBe(turned)
  expect(read()).toContain(turned)
})

test.each([
  ['a block', `<div style="${outer}"><p>${words}</p></div>`],
  ['a box in the line', `<p style="${outer}"><i style="display: inline-block">${words}</i></p>`],
  ['a box beside the line', `<p style="${outer}"><i style="float: left">${words}</i></p>`],
  ['an element that stands for itself', `<bdo dir="rtl"><bdi>${words}</bdi></bdo>`],
  ['an element with a direction', `<bdo dir="rtl"><i dir="ltr">${words}</i></bdo>`],
  ['the inner one of two', `<bdo dir="rtl"><bdo dir="ltr"><i>${words}</i></bdo></bdo>`],
])('letters are read as they are drawn, in order, where an override ends at %s', (_, html) => {
  show(html)
  expect(drawn()).toBe(words)
  expect(read()).toContain(words)
})

test.each([
  ['in an element', `<p><i style="${bare}">${words}</i></p>`],
  ['in several', `<main style="${bare}"><p style="${bare}"><i style="${bare}">${words}</i></p></main>`],
  [
    'in one that is visible again',
    `<main style="visibility: hidden"><i style="${bare}; visibility: visible">${words}</i></main>`,
  ],
  [
    'in a slot that is left empty',
    `<x-a><template shadowrootmode="open"><slot>${words}</slot></template></x-a>`,
  ],
  ['right in a shadow', `<x-a><template shadowrootmode="open">${words}</template></x-a>`],
])('words are read that stand without a box of their own: %s', (_, html) => {
  show(html)
  expect(read()).toBe(words)
})

test.each([
  ['not displayed', `<main style="display: none"><i style="${bare}">${words}</i></main>`],
  ['transparent', `<main style="opacity: 0"><i style="${bare}">${words}</i></main>`],
  ['invisible', `<main style="visibility: hidden"><i style="${bare}">${words}</i></main>`],
  ['invisible by themselves', `<i style="${bare}; visibility: hidden">${words}</i>`],
  ['without size', `<main style="font-size: 0"><i style="${bare}">${words}</i></main>`],
  ['in a shadow that does not show', `<x-a hidden><template shadowrootmode="open">${words}</template></x-a>`],
  ['without a slot', `<x-a><template shadowrootmode="open"></template><i style="${bare}">${words}</i></x-a>`],
])('words without a box of their own are not read when they are %s', (_, html) => {
  show(html)
  expect(read()).toBe('')
})
