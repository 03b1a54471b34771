import { isOwnText, ownTextAround } from './own-text.ts'
import { aroundOf, shadowOf } from './shadows.ts'

/** What stands within a line; everything else begins and ends a paragraph. */
const inline = new Set(
  (
    'a abbr b bdi bdo big br cite code data del dfn em font i img ins kbd label mark q rp rt ruby s samp small span strike strong ' +
    'sub sup textPath time tspan tt u var wbr'
  ).split(' '),
)
/** What holds no words of the page, or the pupil’s own. */
const silent = new Set(
  'script style noscript template head canvas object iframe frame embed textarea input select datalist math'.split(
    ' ',
  ),
)
/** More of one document is not walked through: a page of more parts than this is no text that somebody reads. */
const mostNodes = 100_000
/** A paragraph that is longer comes in parts: whoever handles one would keep the page waiting. */
const longestParagraph = 50_000
/** Of a drawing only these are walked through: a map has lines by the thousand. */
const wordsOfDrawing = 'text, foreignObject'
/** So often a walk offers a pause. */
const nodesInARow = 24

/** True for elements that stand within a line of text. */
export const isInline = (node: Node): boolean => inline.has((node as Element).localName)

/** Who hears of what a walk meets. */
export interface Meets {
  /** It does not show yet, or has nothing in it yet. */
  later(element: Element): void
  opened(root: ShadowRoot): void
}

/**
 * The words of a part of a document that can be seen, paragraph by paragraph, with what pictures and controls are called. An empty
 * string is a place to pause. The document may change in the meantime: then some of it comes twice, or not until it changes again.
 */
export function* paragraphsOf(start: Node, meets: Meets): Generator<string, void, undefined> {
  // A line of an editor changes as somebody writes: that is looked at where it is typed.
  if (ownTextAround(start) !== null) return
  const looksOf = seeing(meets)
  let words = ''
  let nodes = 0
  // Each node is followed by its next siblings, but for those that stand for themselves; null is the end of a paragraph.
  const stack: (Node | null)[] = [start]
  const alone = new Set<Node>([start])
  for (let node = stack.pop(); node !== undefined && nodes < mostNodes; node = stack.pop()) {
    if (node === null || isBlock(node)) {
      if (words !== '') yield words
      words = ''
    }
    if (node === null) continue
    nodes += 1
    if (nodes % nodesInARow === 0) yield ''
    if (!alone.has(node) && node.nextSibling !== null) stack.push(node.nextSibling)
    if (node.nodeType === 3) words += wordsIn(node as Text, looksOf)
    else words += enter(node, { stack, alone }, meets)
    if (words.length <= longestParagraph) continue
    yield words
    words = ''
  }
  yield words
}

interface Walk {
  readonly stack: (Node | null)[]
  readonly alone: Set<Node>
}

/** Goes into a node, unless it is one that holds no words. Answers what it is called. */
function enter(node: Node, { stack, alone }: Walk, meets: Meets): string {
  const element = node as Element
  if (node.nodeType === 1 && (silent.has(element.localName) || isOwnText(element))) return ''
  if (isBlock(node)) stack.push(null)
  if (element.localName === 'svg')
    for (const part of [...element.querySelectorAll(wordsOfDrawing)].toReversed()) {
      alone.add(part)
      stack.push(part)
    }
  else if (node.firstChild !== null) stack.push(node.firstChild)
  if (node.nodeType !== 1) return ''
  const root = shadowOf(element)
  if (root !== null) {
    meets.opened(root)
    stack.push(root)
  } else if (element.localName.includes('-') && element.firstChild === null) meets.later(element)
  return calledOf(element)
}

const isBlock = (node: Node): boolean => node.nodeType === 1 && !isInline(node)

function wordsIn(text: Text, looksOf: (element: Element | null) => Looks): string {
  const words =
    text.length > headOfText + endOfText
      ? `${text.substringData(0, headOfText)} ${text.substringData(text.length - endOfText, endOfText)}`
      : text.data
  if (!/\S/.test(words)) return ' '
  const looks = looksOf(aroundOf(text))
  if (looks === 'hidden') return ''
  return looks === 'reversed' && /[a-z]/i.test(words) ? Array.from(words).toReversed().join('') : words
}

type Looks = 'shown' | 'hidden' | 'reversed'

/** Asks once for all the text of an element. */
function seeing({ later }: Meets): (element: Element | null) => Looks {
  let asked: Element | null = null
  let looks: Looks = 'shown'
  return (element) => {
    if (element === asked || element === null) return looks
    asked = element
    looks = lookAt(element)
    if (looks === 'hidden') later(element)
    return looks
  }
}

function lookAt(element: Element): Looks {
  const style = getComputedStyle(element)
  if (!isThere(element) || /hidden|collapse/.test(style.visibility) || style.fontSize === '0px')
    return 'hidden'
  // Letters that a style makes run from right to left stand in the document from the last to the first, also in plain elements within.
  for (let around: Element | null = element; around !== null; around = aroundOf(around)) {
    const { unicodeBidi, direction, display } = getComputedStyle(around)
    if (unicodeBidi.endsWith('override')) return direction === 'rtl' ? 'reversed' : 'shown'
    if (unicodeBidi !== 'normal' || (display !== 'inline' && display !== 'contents')) break
  }
  return 'shown'
}

/** Words in what has no box of its own, as a slot, stand in that of what is around it. */
const isThere = (element: Element | null): boolean =>
  element !== null &&
  (element.checkVisibility({ opacityProperty: true }) ||
    (getComputedStyle(element).display === 'contents' && isThere(aroundOf(element))))

/** All that is read of one piece of text: what stands between nobody reads either. */
const headOfText = 150_000
const endOfText = 50_000

function calledOf(element: Element): string {
  if (element.localName === 'br') return '\n'
  const name = element.getAttribute(element.localName === 'img' ? 'alt' : 'aria-label')
  return name === null || name === '' ? '' : ` ${name} `
}
