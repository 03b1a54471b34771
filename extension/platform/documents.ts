import type { Documents } from '#extension/background/ports.ts'
import { browser } from './browser.ts'
import { tellFrame } from './orders.ts'
import { watchPictures } from './picture-watch.ts'
import { forgetServiceWorkers } from './service-workers.ts'

/** Runs in the page. Own properties only: elements with an `id` are reachable as globals too. */
const namesIn = (names: string[]): string[] => names.filter((name) => Object.hasOwn(globalThis, name))

export const documents: Documents = {
  async globalsIn(tabId, frameId, names) {
    const asked = {
      target: { tabId, frameIds: [frameId] },
      world: 'MAIN',
      func: namesIn,
      args: [[...names]],
    } as const
    // A frame that is gone, or that lets nobody in, has nothing to tell.
    const [answer] = await browser.scripting.executeScript(asked as never).catch(() => [])
    const found: unknown = answer?.result
    return Array.isArray(found) ? found.filter((name): name is string => typeof name === 'string') : []
  },
  async nudge(tabId, frameId, nudge) {
    const tell = async (): Promise<boolean> =>
      (await tellFrame(tabId, frameId, { type: 'nudge', nudge })) === true
    if ((await tell()) || nudge === null) return
    const target = { tabId, frameIds: [frameId] }
    // Brought in with the first hint: most pages never need it. A frame that is gone needs none either.
    await browser.scripting
      .executeScript({ target, files: ['/nudge.js'] })
      .then(tell)
      .catch(() => undefined)
  },
  forgetServiceWorkers,
  watchPictures,
}
