import type { Page } from 'playwright-core'
import { startLesson, tileOf } from '#test/support/whole/lesson.ts'
import { blockScreen, press, waitForSchool } from '#test/support/whole/pupil-screen.ts'
import { classPupils } from '#test/support/whole/school.ts'
import { startWhole } from '#test/support/whole/whole.ts'
import { figures } from './figures.ts'

/** Google's national sites: one and the same search on each is a flag of its own. */
const countries = 'co.uk fr de es it nl be at ch pl pt se no dk fi ie cz gr hu ro bg ca com.au co.nz'.split(
  ' ',
)

/** Resolves on the console with the time at which these words were in front of somebody (epoch ms). */
const shownAt = (page: Page, words: string): Promise<number> =>
  page.evaluate(
    (text) =>
      new Promise<number>((resolve) => {
        const look = (): boolean => document.body.textContent.includes(text)
        const done = (): void => void requestAnimationFrame(() => resolve(Date.now()))
        if (look()) return done()
        const watch = new MutationObserver(() => {
          if (!look()) return
          watch.disconnect()
          done()
        })
        watch.observe(document.body, { childList: true, subtree: true, characterData: true })
      }),
    words,
  )

/** Remembers in the page when a person last pressed something (epoch ms). */
const pressedAt = async (page: Page, act: () => Promise<unknown>): Promise<number> => {
  await page.evaluate(() => {
    addEventListener(
      'click',
      () => (document.documentElement.dataset['pressedAt'] = String(Date.now())),
      true,
    )
  })
  await act()
  return Number(await page.evaluate(() => document.documentElement.dataset['pressedAt']))
}

/**
 * How long it takes from a pupil's press, or from going to an address, until the console shows it: reports, flags and tiles.
 * Real extension, server and console on this machine; what the school's network adds comes on top.
 */
export async function benchLive({ runs = 20 } = {}): Promise<object> {
  const whole = await startWhole()
  try {
    const pupil = await whole.pupil(0)
    await waitForSchool(pupil)
    const dsl = await whole.consoles.as('dsl', '/reports')
    await dsl.getByText('No pupil is waiting for you').waitFor()

    const reports: number[] = []
    for (let run = 0; run < runs; run += 1) {
      const page = await pupil.open(`https://bad.test/report-${run}`)
      await blockScreen(page)
      await press(page, 'Report this')
      const words = `report number ${run} of the measurement`
      await page.getByLabel('Anything you want to add?').fill(words)
      await page.waitForTimeout(600)
      const shown = shownAt(dsl, words)
      const sent = await pressedAt(page, () => page.getByRole('button', { name: 'Send report' }).click())
      reports.push((await shown) - sent)
      await page.close()
    }

    await dsl.goto(`${whole.server.origin}/flags`)
    await dsl.getByRole('heading', { name: 'Flags', level: 1 }).waitFor()
    const flags: number[] = []
    for (const country of countries.slice(0, runs)) {
      const shown = shownAt(dsl, `www.google.${country}`)
      const page = await pupil.context.newPage()
      const asked = Date.now()
      await page.goto(`https://www.google.${country}/search?q=i+want+to+die`).catch(() => undefined)
      flags.push((await shown) - asked)
      await page.close()
    }

    const teacher = await whole.consoles.as('teacher', '/lesson')
    await startLesson(teacher)
    await tileOf(teacher, classPupils[0]?.name ?? '').waitFor()
    const tiles: number[] = []
    const page = await pupil.open('https://first.test/')
    for (let run = 0; run < runs; run += 1) {
      const shown = shownAt(teacher, `tile-${run}.test`)
      const asked = Date.now()
      await page.goto(`https://tile-${run}.test/`)
      tiles.push((await shown) - asked)
    }
    return {
      reportToConsoleMs: figures(reports),
      flagToConsoleMs: figures(flags),
      pageToTileMs: figures(tiles),
    }
  } finally {
    await whole.close()
  }
}
