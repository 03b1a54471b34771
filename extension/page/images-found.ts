import type { Marks } from './images-marks.ts'
import { createShadowSearch } from './shadow-search.ts'
import { shadowOf } from './shadows.ts'

/** An element that shows a picture, or several. */
export type Shower = HTMLImageElement | HTMLVideoElement | HTMLInputElement | HTMLElement

const showers = 'img, video[poster], input[type=image], [style*="url("]'
const urlsInStyle = /url\((["']?)(.*?)\1\)/g

/** The addresses of the pictures that an element shows now: several where its style has several backgrounds. */
export function addressesOf(shower: Shower): readonly string[] {
  if (shower instanceof HTMLImageElement) return named(shower.currentSrc || shower.src)
  if (shower instanceof HTMLVideoElement) return named(shower.poster)
  if (shower instanceof HTMLInputElement) return named(shower.src)
  const said = [...shower.style.backgroundImage.matchAll(urlsInStyle)].map(([, , url = '']) => url)
  return said.flatMap((url) =>
    URL.canParse(url, document.baseURI) ? [new URL(url, document.baseURI).href] : [],
  )
}

const named = (url: string): readonly string[] => (url === '' ? [] : [url])

/** When more than this changes at once, as while a long page is being read, all of a root is looked into: the browser is faster at it. */
const mostChanges = 300

/**
 * Tells of every element that shows a picture: those there now, those added later, also in shadows; and again of one whose picture is
 * replaced, before the new one is painted. Puts right the marks that a page sets by itself.
 */
export function findShowers(
  view: Window & typeof globalThis,
  marks: Marks,
  found: (shower: Shower, isReplaced: boolean) => void,
): void {
  const showersAndMarked = `${showers}, [${marks.name}]`
  const roots = new Set<Document | ShadowRoot>()
  const search = createShadowSearch(view, roots, follow)

  function see(element: Element): void {
    marks.restore(element)
    if (element instanceof HTMLElement && element.matches(showers)) found(element, false)
  }
  function lookInto(root: ParentNode): void {
    for (const each of root.querySelectorAll(showersAndMarked)) see(each)
  }
  function seeAdded(node: Node): void {
    if (!(node instanceof Element)) return
    see(node)
    const root = node instanceof HTMLElement ? shadowOf(node) : null
    if (root !== null) follow(root)
    if (node.firstElementChild === null) return
    lookInto(node)
    search.through(node)
  }
  function seeAll(changes: readonly MutationRecord[]): void {
    // While a page is being read each node has a record of its own, and its ancestor, looked into just before, had it already.
    let lookedInto = null as Node | null
    for (const { addedNodes } of changes)
      for (const node of addedNodes) {
        if (lookedInto?.contains(node) === true) continue
        seeAdded(node)
        lookedInto = node
      }
  }
  /** Until the browser has the new picture it goes by the old address. */
  function seeReplaced(target: Node): void {
    const shower = target instanceof HTMLSourceElement ? target.parentElement?.querySelector('img') : target
    if (shower instanceof HTMLElement && shower.matches(showers)) found(shower, true)
  }
  function seeAttribute(target: Node, name: string | null): void {
    if (name === marks.name) marks.restore(target as Element)
    else if (name !== 'style') seeReplaced(target)
    // A style changes with every step of an animation; its picture seldom does.
    else if (target instanceof HTMLElement && target.matches(showers)) found(target, false)
  }
  function follow(root: Document | ShadowRoot): void {
    if (roots.has(root)) return
    roots.add(root)
    new MutationObserver((changes) => {
      if (changes.length > mostChanges) lookInto(root)
      else seeAll(changes)
      search.againSoon()
    }).observe(root, { subtree: true, childList: true })
    new MutationObserver((changes) => {
      for (const { target, attributeName } of changes) seeAttribute(target, attributeName)
      search.againSoon()
    }).observe(root, {
      subtree: true,
      attributes: true,
      attributeFilter: ['src', 'srcset', 'poster', 'style', marks.name],
    })
    for (const end of ['load', 'error'])
      root.addEventListener(
        end,
        ({ target }) => target instanceof HTMLImageElement && found(target, false),
        true,
      )
    lookInto(root)
    search.through(root)
    search.againSoon()
  }
  follow(view.document)
}
