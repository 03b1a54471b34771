import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { launchManagedBrowser, type ManagedBrowser } from '../browser/launch.ts'
import { until } from '../browser/until.ts'
import type { Whole } from '../whole/whole.ts'

/** What the app around the extension does in Safari: it answers for the managed configuration. */
const app = `for (const each of new Set([globalThis.browser ?? chrome, chrome]))
  each.runtime.sendNativeMessage = () => each.storage.managed.get(null)`

/**
 * A copy of the build for Safari that Chromium runs. Chromium has no event pages, so the page that WebKit makes of
 * `background.scripts` lies in it as a file: the background is there as long as that page is open.
 */
export async function safariForChromium(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'lapwing-safari-'))
  await cp('.output/safari-mv3', dir, { recursive: true })
  const path = join(dir, 'manifest.json')
  const { background, ...manifest } = JSON.parse(await readFile(path, 'utf8')) as {
    background: { scripts: string[]; type: string }
  }
  const storage = { managed_schema: 'managed-schema.json' }
  await writeFile(path, JSON.stringify({ ...manifest, storage }))
  await writeFile(join(dir, 'app.js'), app)
  const scripts = background.scripts.map((src) => `<script type="${background.type}" src="${src}"></script>`)
  await writeFile(
    join(dir, 'background.html'),
    ['<!DOCTYPE html>', '<body>', '<script src="app.js"></script>', ...scripts, '</body>'].join('\n'),
  )
  return dir
}

/** The paths of the workers that a background page has now. */
export const workersOf = (background: Page): string[] =>
  background.workers().map((worker) => new URL(worker.url()).pathname)

/** A pupil's browser with such a copy, and its background page once it runs. */
export async function safariPupil(
  whole: Whole,
  which: number,
  extensionDir: string,
  switches: readonly string[] = [],
): Promise<{ pupil: ManagedBrowser; background: Page; wake: () => Promise<Page> }> {
  const pupil = await launchManagedBrowser(whole.optionsFor(which, { extensionDir, switches }))
  const wake = (): Promise<Page> =>
    until(
      'the extension to be installed',
      async () => {
        const page = await pupil.extensionPage('background.html')
        // Before that the tab shows that there is no such page, and may be on its way there.
        const isThere = await page.evaluate(() => chrome.runtime?.id !== undefined).catch(() => false)
        if (isThere) return page
        await page.close()
        return false
      },
      { everyMs: 300 },
    )
  return { pupil, background: await wake(), wake }
}
