/**
 * Hides the pictures of a document until it is known whether they have to be looked at; answers how to end that. A question takes some
 * milliseconds, mostly less than the first picture; without this the fast ones would be seen before.
 */
export function veilPictures(document: Document): () => void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('img, video[poster] { filter: blur(24px) !important }')
  document.adoptedStyleSheets.push(sheet)
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
  }
}
