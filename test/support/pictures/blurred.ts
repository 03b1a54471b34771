import type { Page } from 'playwright-core'
import { until } from '../browser/until.ts'

/** Whether the first element that matches is blurred now. */
export const isBlurred = (tab: Page, selector: string): Promise<boolean> =>
  tab
    .locator(selector)
    .first()
    .evaluate((element) => getComputedStyle(element).filter.includes('blur'))

/** Waits until the first element that matches is blurred no more. */
export const waitUntilShown = (tab: Page, selector: string): Promise<unknown> =>
  until(`${selector} to be shown`, async () => !(await isBlurred(tab, selector)))

/** Waits until something of the tab was kept, and the reason lies over it. */
export const waitUntilKept = (tab: Page): Promise<unknown> =>
  until('the reason', async () => (await tab.locator('html > div').count()) === 1)

/** Waits until one picture of a tab is shown and one is kept, with the reason. Throws when the other is not blurred by then. */
export async function waitUntilJudged(tab: Page, shown: string, kept: string): Promise<void> {
  await waitUntilShown(tab, shown)
  await waitUntilKept(tab)
  if (!(await isBlurred(tab, kept))) throw new Error(`${kept} is not blurred`)
}
