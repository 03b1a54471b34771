import { parse } from '#shared/base/parse.ts'
import { type AskedPicture, type PictureAnswer, PictureQuestion } from '#shared/protocol/pictures.ts'
import { browser } from './browser.ts'

/** Answers the background's questions, and nobody else's: what a page asks goes through the background, which knows who asks. */
export function answerPictures(look: (picture: AskedPicture) => Promise<PictureAnswer>): void {
  const listen = (
    message: unknown,
    sender: { id?: string; tab?: unknown },
    sendResponse: (said: unknown) => void,
  ) => {
    if (sender.id !== browser.runtime.id || sender.tab !== undefined) return undefined
    const question = parse(PictureQuestion, message)
    if (!question.ok) return undefined
    look(question.value.picture).then(sendResponse, (error: unknown) =>
      sendResponse({ kind: 'unreadable', detail: String(error).slice(0, 200) }),
    )
    return true
  }
  // Undefined is what a listener says that leaves a message to others; the shared types do not know it.
  browser.runtime.onMessage.addListener(listen as never)
}
