import { aroundOf } from './shadows.ts'

/**
 * Where somebody writes: what can be edited, a text box by its role, and the editors that draw what is typed into a field nobody sees
 * (Monaco, CodeMirror 5, Ace). Another such editor cannot be known from outside.
 */
const editors =
  '[contenteditable]:not([contenteditable="false" i]),[role=textbox],.monaco-editor,.CodeMirror,.ace_editor'

/** True for the outside of what is the pupil’s own to write in: words in there are typed ones, never the page’s. */
export const isOwnText = (element: Element): boolean => element.matches(editors)

/** The outermost of those that a node stands in; all of a document that is edited as a whole. */
export function ownTextAround(node: Node | null): HTMLElement | null {
  let own: HTMLElement | null = null
  for (let around = node; around !== null; around = aroundOf(around))
    if (around instanceof HTMLElement && (around.isContentEditable || isOwnText(around))) own = around
  return own
}
