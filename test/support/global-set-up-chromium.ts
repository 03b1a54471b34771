import { ensureChromium } from './browser/chromium.ts'

/** Makes sure that the browser of the tests is there before the first test asks for it. */
export async function setup(): Promise<void> {
  await ensureChromium()
}
