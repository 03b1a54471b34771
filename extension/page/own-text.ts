import { aroundOf } from './shadows.ts'

/**
 * Where somebody writes: what can be edited, a text box by its role, and the editors that draw what is typed into a field nobody sees
 * (Monaco, CodeMirror 5, Ace). Another such editor cannot be known from outside.
 */
const drawn = '.monaco-editor,.CodeMirror,.ace_editor'
/** What only shows a text is none; nor is a whole page by a name alone, or any page could call itself one. */
const named = `:is([role=textbox],${drawn}):not([aria-readonly=true],body,html)`
/** Another value says nothing: what has it is as editable as what it stands in. */
const editable = '[contenteditable=""],[contenteditable="true" i],[contenteditable="plaintext-only" i]'
const editors = `${editable},${named}`

/** True for the outside of what is the pupil’s own to write in: words in there are typed ones, never the page’s. */
export const isOwnText = (element: Element): boolean => element.matches(editors)

/** True for a field that nobody sees, into which an editor lets people type what it draws beside it. */
export const isUnseenField = (field: Element): boolean => field.closest(drawn) !== null

/** The outermost of those that a node stands in; all of a document that is edited as a whole. */
export function ownTextAround(node: Node | null): HTMLElement | null {
  let own: HTMLElement | null = null
  for (let around = node; around !== null; around = aroundOf(around))
    if (around instanceof HTMLElement && (around.isContentEditable || isOwnText(around))) own = around
  return own
}
