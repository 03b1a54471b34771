interface ShadowFinder {
  dom?: { openOrClosedShadowRoot?(element: Element): ShadowRoot | null }
}

/** The shadow root of an element, also one that the page has closed: content scripts may look into those. */
export function anyShadowOf(element: Element): ShadowRoot | null {
  if (element.shadowRoot !== null) return element.shadowRoot
  // The browser refuses the question for any other.
  if (!(element instanceof HTMLElement)) return null
  const { browser, chrome } = globalThis as { browser?: ShadowFinder; chrome?: ShadowFinder }
  return (browser?.dom ?? chrome?.dom)?.openOrClosedShadowRoot?.(element) ?? null
}

/** The same for one of very many elements: of those only the ones of a page’s own kind are worth the question for a closed root. */
export const shadowOf = (element: Element): ShadowRoot | null =>
  element.shadowRoot ?? (element.localName.includes('-') ? anyShadowOf(element) : null)

/** The element that a node stands in, also the host of a shadow root. */
export const aroundOf = (node: Node): Element | null =>
  node.parentElement ?? (node.getRootNode() as Partial<ShadowRoot>).host ?? null
