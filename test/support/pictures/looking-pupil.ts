import type { ManagedBrowser } from '../browser/launch.ts'
import { duringTests } from '../during-tests.ts'
import { waitForSchool } from '../whole/pupil-screen.ts'
import { startWhole, type Whole } from '../whole/whole.ts'
import { servePictures } from './picture-sites.ts'
import { extensionWithModel } from './test-model.ts'

/** A school and a pupil of it, whose extension has the test's model. Its members are there from the first test on. */
export interface LookingPupil {
  readonly whole: Whole
  readonly pupil: ManagedBrowser
  /** The folder of the pupil's extension. */
  readonly extensionDir: string
  /** Makes a host a site with these pages (path: body) and all the test's pictures. */
  serve(host: string, pages: Readonly<Record<string, string>>): void
}

/**
 * Sets up a school and a pupil before the tests of this file, and takes them away after the last.
 * @param prepare may still change the folder of the extension
 */
export const lookingPupil = (
  prepare: (extensionDir: string) => Promise<void> = async () => undefined,
): LookingPupil =>
  duringTests<LookingPupil>(async (atEnd) => {
    const extension = await extensionWithModel('test')
    atEnd(extension.remove)
    await prepare(extension.dir)
    const whole = await startWhole()
    atEnd(() => whole.close())
    const pupil = await whole.pupil(0, { extensionDir: extension.dir })
    await waitForSchool(pupil)
    return {
      whole,
      pupil,
      extensionDir: extension.dir,
      serve: (host, pages) => servePictures(whole.sites, host, pages),
    }
  })
