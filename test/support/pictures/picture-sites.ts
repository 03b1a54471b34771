import type { Answer } from '../sites/answer.ts'
import type { SiteServer } from '../sites/site-server.ts'
import { animatedGif } from './gif.ts'
import { animated, bomb, plain } from './png.ts'

/** Harmless to the test's model, and explicit to it. */
export const grey = [130, 130, 130] as const
export const red = [230, 20, 20] as const

const files: Readonly<Record<string, () => Buffer>> = {
  '/grey.png': () => plain(300, 200, grey),
  '/grey-2.png': () => plain(320, 200, grey),
  '/red.png': () => plain(300, 200, red),
  '/red-2.png': () => plain(310, 200, red),
  '/red-3.png': () => plain(320, 200, red),
  '/red-4.png': () => plain(330, 200, red),
  '/small.png': () => plain(64, 64, red),
  '/animated.png': () => animated(200, 200, [grey, red, red]),
  '/animated.gif': () => animatedGif(200, 160, [grey, red]),
  '/animated-red.gif': () => animatedGif(200, 160, [red, grey]),
  '/bomb.png': () => bomb(30_000),
  '/corrupt.png': () => plain(300, 200, grey).subarray(0, 60),
}
const page = (body: string): Answer => ({
  body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Pictures</title><h1>Pictures</h1>${body}</html>`,
})

/** Makes a host a site with these pages (path: body) and all the pictures, which may be slow to come. */
export function servePictures(
  sites: SiteServer,
  host: string,
  pages: Readonly<Record<string, string>>,
  delayMs = 0,
): void {
  sites.serve(host, (path) => {
    // With a query it is the same picture under another address.
    const file = files[path.replace(/\?.*/u, '')]
    if (file !== undefined)
      return { type: path.includes('.gif') ? 'image/gif' : 'image/png', body: file(), delayMs }
    const body = pages[path]
    return body === undefined ? { status: 404 } : page(body)
  })
}
