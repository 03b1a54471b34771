import { toBase64 } from './pixels.ts'

/**
 * Pastes as the browser would have: an event that a script made writes nothing by itself. What a spreadsheet or a text has copied brings a
 * picture of itself along, and its words are meant; a picture alone goes into an editor, in its address, as the browser does it. Whoever has
 * gone elsewhere meanwhile gets nothing there.
 */
export async function pasteInto(
  document: Document,
  target: EventTarget,
  words: string,
  picture: File | undefined,
): Promise<void> {
  if (words !== '') return write(document, target, 'insertText', words)
  if (picture === undefined || !(target instanceof HTMLElement) || !target.isContentEditable) return
  // It holds the whole file: a `blob:` address would end with this page, and stand empty where the editor's text goes.
  const bytes = toBase64(new Uint8Array(await picture.arrayBuffer()))
  write(document, target, 'insertImage', `data:${picture.type};base64,${bytes}`)
}

function write(
  document: Document,
  target: EventTarget,
  how: 'insertText' | 'insertImage',
  what: string,
): void {
  if (!(target instanceof Node)) return
  const root = target.getRootNode()
  const active = root instanceof Document || root instanceof ShadowRoot ? root.activeElement : null
  // It is on its way out of the standard, and still the one way to write what can be undone.
  if (active?.contains(target) === true) document.execCommand(how, false, what)
}
