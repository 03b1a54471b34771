import type { Page } from 'playwright-core'
import type { PopupView, RequestOf, ResponseOf, PageMessageName } from '#shared/protocol/page.ts'
import type { ManagedBrowser } from '../browser/launch.ts'
import { until } from '../browser/until.ts'

type Answer<N extends PageMessageName> =
  | { ok: true; value: ResponseOf<N> }
  | { ok: false; error: string }
  | undefined

/** Opens a page of the extension from which its background can be asked. It is the same page a pupil's popup is. */
export const openPopup = (browser: ManagedBrowser): Promise<Page> => browser.extensionPage('popup.html')

/** Asks the background as a screen does. Throws when it refuses. */
export async function askBackground<N extends PageMessageName>(
  screen: Page,
  name: N,
  request: RequestOf<N>,
): Promise<ResponseOf<N>> {
  const answer = (await screen.evaluate(
    async (message): Promise<unknown> => {
      const { runtime } = (
        globalThis as unknown as {
          chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } }
        }
      ).chrome
      return runtime.sendMessage(message)
    },
    { name, request },
  )) as Answer<N>
  if (answer === undefined) throw new Error(`${name}: no answer`)
  if (!answer.ok) throw new Error(`${name}: ${answer.error}`)
  return answer.value
}

/** Waits until the popup says something. */
export const popupSays = (
  screen: Page,
  what: string,
  isSo: (view: PopupView) => boolean,
  timeoutMs = 30_000,
): Promise<PopupView> =>
  until(
    what,
    async () => {
      const view = await askBackground(screen, 'popup.describe', {})
      return isSo(view) && view
    },
    { everyMs: 100, timeoutMs },
  )

/** Waits until the device is enrolled, connected and has the school's policy and these lists. */
export async function waitForSchool(browser: ManagedBrowser, lists = 'tests 1'): Promise<Page> {
  const screen = await openPopup(browser)
  await popupSays(
    screen,
    `the device to be protected by ${lists}`,
    ({ state, policyVersion, listsVersion }) =>
      state === 'protected' && policyVersion !== null && (listsVersion ?? '').includes(lists),
  )
  return screen
}

const isBlockPage = /^chrome-extension:\/\/[a-p]{32}\/blocked\.html/u

/** The block page that stands in this tab, once its words are there. */
export async function blockScreen(page: Page): Promise<{ title: string; text: string }> {
  // Several gates may send the tab there: a navigation that another one overtakes is aborted, and `waitForURL` would take that for a failure.
  await until('the block page', () => isBlockPage.test(page.url()), { everyMs: 50, timeoutMs: 30_000 })
  // While the background is asked, the heading says so.
  await page.locator('h1').filter({ hasNotText: 'Loading' }).waitFor()
  return {
    title: (await page.locator('h1').textContent()) ?? '',
    text: (await page.locator('main').textContent()) ?? '',
  }
}

/** Screens take a click only after they have been in view for half a second. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.bringToFront()
  const button = page.getByRole('button', { name })
  await button.waitFor()
  await page.waitForTimeout(600)
  await button.click()
}
