import type { PageHandlers } from '#extension/background/ports.ts'
import { browser } from './browser.ts'
import { dispatch } from './dispatch.ts'

/** Hears what pages and screens ask. Answers by `sendResponse` and `return true`, the one form that every browser and the fake one takes. */
export function answerMessages(handlers: PageHandlers): void {
  const us = { id: browser.runtime.id, origin: browser.runtime.getURL('') }
  browser.runtime.onMessage.addListener((message, sender, sendResponse) => {
    dispatch(message, sender, us, handlers).then(sendResponse, (error: unknown) =>
      sendResponse({ ok: false, error: String(error) }),
    )
    return true
  })
}
