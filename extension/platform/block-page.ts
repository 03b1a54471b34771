import { browser } from './browser.ts'

/** Our block page, without a fragment. */
export const blockPageUrl = (): string => browser.runtime.getURL('/blocked.html')

/** The screen that says why a picture was not sent to a page, whose address stands in its fragment. */
export const uploadPageFor = (url: string): string =>
  `${browser.runtime.getURL('/upload.html')}#${url.slice(0, 2048)}`

/** Our block page for an address, which stands in its fragment as it is. */
export const blockPageFor = (url: string): string => `${blockPageUrl()}#${url.slice(0, 2048)}`

/** The address that a block page stands for, or null for every other page. */
export function blockedAddressOf(url: string): string | null {
  const start = `${blockPageUrl()}#`
  return url.startsWith(start) ? url.slice(start.length) : null
}

/** True for pages and requests of this extension itself. */
export const isOurs = (url: string): boolean => url.startsWith(browser.runtime.getURL(''))
