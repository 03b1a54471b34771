import { isInline } from './paragraphs.ts'

/** What does not show yet, or has nothing yet, is looked at again with each change. */
const mostLater = 500
/** More places that changed than this are the whole page. */
const mostPlaces = 1000

/** Where in a document there may be something new to read. */
export interface Places {
  /** All of them, each once; from now on there are none. */
  take(): Node[]
  isEmpty(): boolean
  /** The whole document. */
  addAll(): void
  /** To be looked at again when something changes or somebody does something: it may show by then. */
  later(element: Element): void
  /** Notices what changes under a root. */
  follow(root: Node): void
  /** While it is told so, what is taken out of the document ends a walk there, so that the rest has to be looked at again. */
  walking(isWalking: boolean): void
  stop(): void
}

/** @param changed called when there may be something new */
export function createPlaces(view: Window & typeof globalThis, changed: () => void): Places {
  const { document } = view
  const places = new Set<Node>()
  const waiting = new Set<Element>()
  let isWalking = false

  const observer = new MutationObserver((records) => {
    // A page in turmoil is looked through as a whole, once it comes to rest.
    if (records.length + places.size > mostPlaces) addAll()
    else for (const record of records) note(record)
    changed()
  })

  function note({ type, target, addedNodes, removedNodes }: MutationRecord): void {
    if (type === 'characterData') places.add(blockOf(target))
    for (const node of addedNodes) if (node.nodeType === 1 || node.nodeType === 3) places.add(blockOf(node))
    if (isWalking && removedNodes.length > 0) places.add(target)
  }

  function addAll(): void {
    places.clear()
    if (document.documentElement !== null) places.add(document.documentElement)
  }

  const look = (): void => {
    if (waiting.size > 0) changed()
  }
  const doings = ['click', 'keyup', 'load', 'transitionend']
  for (const type of doings) view.addEventListener(type, look, { capture: true, passive: true })

  return {
    take() {
      const all = [...new Set([...waiting, ...places])].filter((node) => node.isConnected)
      waiting.clear()
      places.clear()
      return all
    },
    isEmpty: () => places.size === 0,
    addAll,
    later(element) {
      if (waiting.size < mostLater) waiting.add(element)
    },
    follow: (root) => observer.observe(root, { childList: true, characterData: true, subtree: true }),
    walking: (is) => void (isWalking = is),
    stop() {
      observer.disconnect()
      for (const type of doings) view.removeEventListener(type, look, { capture: true })
      places.clear()
      waiting.clear()
    },
  }
}

/** The paragraph that a node stands in. */
function blockOf(node: Node): Node {
  let block = node
  while (block.parentNode !== null && (block.nodeType === 3 || isInline(block))) block = block.parentNode
  return block
}
