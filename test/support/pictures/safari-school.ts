import { rm } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { duringTests } from '../during-tests.ts'
import { waitForSchool } from '../whole/pupil-screen.ts'
import { startWhole, type Whole } from '../whole/whole.ts'
import { safariForChromium, safariPupil } from './safari-build.ts'
import { extensionWithModel } from './test-model.ts'

/** A school whose pupils have the build for Safari. Its members are there from the first test on. */
export interface SafariSchool {
  readonly whole: Whole
  /** The folder of the build with the model that ships, and of the one with the test's. */
  readonly shippedDir: string
  readonly testDir: string
  /** A pupil's browser with such a folder, once it has the school's policy, with its popup. */
  start(
    which: number,
    dir: string,
    switches?: readonly string[],
  ): Promise<Awaited<ReturnType<typeof safariPupil>> & { popup: Page }>
}

/** Sets up the school before the tests of this file, and takes it and its pupils away after the last. */
export const safariSchool = (): SafariSchool =>
  duringTests<SafariSchool>(async (atEnd) => {
    const shippedDir = await safariForChromium()
    atEnd(() => rm(shippedDir, { recursive: true, force: true }))
    const test = await extensionWithModel('test', shippedDir)
    atEnd(test.remove)
    const whole = await startWhole()
    atEnd(() => whole.close())
    return {
      whole,
      shippedDir,
      testDir: test.dir,
      async start(which, dir, switches = []) {
        const safari = await safariPupil(whole, which, dir, switches)
        atEnd(() => safari.pupil.close())
        return { ...safari, popup: await waitForSchool(safari.pupil) }
      },
    }
  })
