import type { Pictures } from '#extension/background/ports.ts'
import { parse } from '#shared/base/parse.ts'
import { PictureAnswer, type PictureQuestion } from '#shared/protocol/pictures.ts'
import { browser } from './browser.ts'

interface Offscreen {
  hasDocument(): Promise<boolean>
  createDocument(wanted: { url: string; reasons: string[]; justification: string }): Promise<void>
}

const offscreen = (): Offscreen => (browser as unknown as { offscreen: Offscreen }).offscreen

const wanted = {
  url: '/offscreen.html',
  reasons: ['WORKERS'],
  justification: 'Looks for nudity in pictures on this device, in a worker.',
}
let opening: Promise<void> | null = null

/** Opens the document that has the model, unless it is open. */
async function open(): Promise<void> {
  const place = offscreen()
  // One that is still loading counts as open for the browser, but nobody in it listens yet.
  if (opening === null && (await place.hasDocument())) return
  opening ??= place.createDocument(wanted).finally(() => {
    opening = null
  })
  await opening
}

/** Looks at pictures in the offscreen document. */
export const offscreenPictures: Pictures = {
  async look(picture) {
    const question: PictureQuestion = { to: 'pictures', picture }
    for (const isLast of [false, true]) {
      await open()
      // A document that has closed itself in this moment is opened anew.
      const said: unknown = await browser.runtime.sendMessage(question).catch(() => undefined)
      const answer = parse(PictureAnswer, said)
      if (answer.ok) return answer.value
      if (isLast) break
    }
    return { kind: 'unreadable', detail: 'the picture model gave no answer' }
  },
}
