import { browser } from './browser.ts'

/** The first Chromium in which holding a request by a promise was measured to work. */
const measuredSince = 156
const probeUrl = 'https://probe.invalid/lapwing'

let measured: boolean | null = null

/**
 * True when the browser waits for a listener's promise. Known by trying, once per worker; until the try is over, by version.
 * A browser that does not wait would let the request through, so the gate must know before it answers with a promise.
 */
export const holdsPromises = (): boolean => measured ?? versionOf(navigator.userAgent) >= measuredSince

const versionOf = (userAgent: string): number => Number(/Chrom(?:e|ium)\/(\d+)/.exec(userAgent)?.[1] ?? 0)

/** Tries it on an address that leads nowhere: only an honoured promise turns it into an answer. */
export async function measureHolding(): Promise<boolean> {
  const listen = async (): Promise<{ redirectUrl: string }> => {
    await new Promise((resolve) => setTimeout(resolve, 20))
    return { redirectUrl: 'data:text/plain,held' }
  }
  browser.webRequest.onBeforeRequest.addListener(listen, { urls: [`${probeUrl}*`] }, ['blocking'])
  measured = await fetch(probeUrl).then(
    () => true,
    () => false,
  )
  browser.webRequest.onBeforeRequest.removeListener(listen)
  return measured
}
