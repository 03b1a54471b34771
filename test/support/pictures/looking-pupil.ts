import { afterAll, beforeAll } from 'vitest'
import type { ManagedBrowser } from '../browser/launch.ts'
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
export function lookingPupil(
  prepare: (extensionDir: string) => Promise<void> = async () => undefined,
): LookingPupil {
  let whole: Whole | undefined
  let pupil: ManagedBrowser | undefined
  let extension: Awaited<ReturnType<typeof extensionWithModel>> | undefined
  const there = <T>(member: T | undefined): T => {
    if (member === undefined) throw new Error('it is there only in a test')
    return member
  }
  beforeAll(async () => {
    whole = await startWhole()
    extension = await extensionWithModel('test')
    await prepare(extension.dir)
    pupil = await whole.pupil(0, { extensionDir: extension.dir })
    await waitForSchool(pupil)
  })
  afterAll(async () => {
    await whole?.close()
    await extension?.remove()
  })
  return {
    get whole() {
      return there(whole)
    },
    get pupil() {
      return there(pupil)
    },
    get extensionDir() {
      return there(extension).dir
    },
    serve: (host, pages) => servePictures(there(whole).sites, host, pages),
  }
}
