import type { Page } from 'playwright-core'
import { beforeEach } from 'vitest'
import type { ManagedBrowser } from '../browser/launch.ts'
import { duringTests } from '../during-tests.ts'
import type { Answer } from '../sites/answer.ts'
import { type Heard, listenToPages } from './heard.ts'
import { waitForSchool } from './pupil-screen.ts'
import { startWhole, type Whole } from './whole.ts'

/** A school and a pupil of it, and what the pages that the pupil opens tell the background. Its members are there from the first test on. */
export interface ListeningPupil {
  readonly whole: Whole
  readonly pupil: ManagedBrowser
  /** Begins anew with each test. */
  readonly heard: Heard
  /** Opens a page in the tab that the pupil sees. */
  open(url: string): Promise<Page>
}

/**
 * Sets up a school and a pupil before the tests of this file, and takes them away after the last.
 * @param answerOf what these hosts answer to a path
 */
export function listeningPupil(
  hosts: readonly string[],
  answerOf: (path: string) => Answer | undefined,
): ListeningPupil {
  const world = duringTests<ListeningPupil>(async (atEnd) => {
    const whole = await startWhole()
    atEnd(() => whole.close())
    for (const host of hosts) whole.sites.serve(host, answerOf)
    const pupil = await whole.pupil(0)
    await waitForSchool(pupil)
    const open = async (url: string): Promise<Page> => {
      const page = await pupil.open(url)
      await page.bringToFront()
      return page
    }
    return { whole, pupil, heard: await listenToPages(pupil), open }
  })
  beforeEach(() => world.heard.forget())
  return world
}
