/**
 * Makes the function that stops a document: no more loading, nothing to see or hear, no "Leave this page?" in the way of our block
 * page. The document stays under it until the tab shows ours, so it is also kept from coming back.
 */
export function createStop(view: Window & typeof globalThis): () => void {
  let isStopped = false
  // Registered at document_start, before any of the page's own, so that it comes first and is the last.
  view.addEventListener(
    'beforeunload',
    (event) => {
      if (isStopped) event.stopImmediatePropagation()
    },
    true,
  )
  return () => {
    if (isStopped) return
    isStopped = true
    view.stop()
    veil(view.document)
  }
}

function veil(document: Document): void {
  const hide = (): void => {
    const root = document.documentElement
    if (root === null) return
    root.style.setProperty('display', 'none', 'important')
    root.inert = true
    for (const media of document.querySelectorAll('video, audio'))
      if (media instanceof HTMLMediaElement) media.pause()
  }
  hide()
  if ((document.fullscreenElement ?? null) !== null) void document.exitFullscreen()
  // A page that fights for its looks would freeze the tab if we fought back without end: our block page is on its way.
  let repairs = 0
  const observer = new MutationObserver(() => {
    repairs += 1
    if (repairs > 20) observer.disconnect()
    else if (document.documentElement?.style.display !== 'none') hide()
  })
  observer.observe(document, { childList: true })
  if (document.documentElement !== null)
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'inert'] })
}
