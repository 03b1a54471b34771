import { browser } from './browser.ts'

/** Nobody has touched keyboard or pointer for this long. */
const afterSeconds = 60

/** True when the device is idle or locked; false where the browser cannot say (Safari). */
export async function isIdle(): Promise<boolean> {
  if (!('idle' in browser) || browser.idle === undefined) return false
  return (await browser.idle.queryState(afterSeconds)) !== 'active'
}

/** Calls `run` when the pupil goes or comes back. */
export function onIdle(run: () => void): void {
  if (!('idle' in browser) || browser.idle === undefined) return
  browser.idle.setDetectionInterval(afterSeconds)
  browser.idle.onStateChanged.addListener(run)
}
