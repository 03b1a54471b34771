import type { TellText } from './messages.ts'
import { readPage } from './read.ts'
import { lookForSigns } from './signs.ts'
import { createStop } from './stop.ts'
import { type TellTyped, watchTyping } from './typed.ts'
import { veilPictures } from './veil.ts'

/** What the guard needs of the extension. */
export interface GuardWire {
  askOpened(): Promise<'allow' | 'stop'>
  tellSigns(signs: readonly string[], ownWorker: boolean): Promise<'allow' | 'stop'>
  tellText: TellText
  tellTyped: TellTyped
  onStop(stop: () => void): void
}

/**
 * The page gate in one document: asks whether it may be here and stops it when not. A document whose question finds no answer stays:
 * the worker is being replaced, and the gates before this one have judged it.
 */
export function guard(wire: GuardWire): void {
  const stop = createStop(window)
  const unveil = veilPictures(document)
  const obey = (answer: Promise<'allow' | 'stop'>): Promise<void> =>
    // A worker that is gone gives no answer: the other gates hold, and the next message wakes it.
    answer.then((action) => (action === 'stop' ? stop() : undefined)).catch(() => undefined)
  const ask = (): void => void obey(wire.askOpened()).finally(unveil)
  wire.onStop(stop)
  ask()
  lookForSigns(window, (signs, ownWorker) => void obey(wire.tellSigns(signs, ownWorker)))
  const tellText: TellText = async (id, text) => {
    const answer = await wire.tellText(id, text)
    if (answer === 'stop') stop()
    return answer
  }
  readPage(window, tellText, watchTyping(window, wire.tellTyped))
  // Out of the back-forward cache a page comes back without a request.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) ask()
  })
  document.addEventListener('prerenderingchange', ask)
}
