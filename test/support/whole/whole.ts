import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { demoSchool } from '#server/demo/seed.ts'
import type { DeviceOptions } from '../browser/device.ts'
import { launchManagedBrowser, type ManagedBrowser } from '../browser/launch.ts'
import { launchRaw, type RawBrowser } from '../browser/raw.ts'
import { startSites, type SiteServer } from '../sites/site-server.ts'
import { openConsoles, type Consoles } from './consoles.ts'
import { classPupils, makeWholeSchool, type MadeSchool, type Person, signInLinks } from './school.ts'
import { serverProcess, type ServerProcess } from './server-process.ts'

/** A school in one piece: its files, its server as a process, its console, the sites of the internet, and pupils' devices. */
export interface Whole {
  readonly school: MadeSchool
  readonly server: ServerProcess
  readonly sites: SiteServer
  readonly consoles: Consoles
  /** What a pupil's device is given, for one that is started in a way of its own. */
  optionsFor(which: number, more: Partial<DeviceOptions>): DeviceOptions
  /** A pupil's device under Playwright, once its worker runs. */
  pupil(which?: number, options?: Partial<DeviceOptions>): Promise<ManagedBrowser>
  /** The same without a debugger on the worker. */
  rawPupil(which?: number, options?: Partial<DeviceOptions>): Promise<RawBrowser>
  /** Ends everything that was started and removes its files. */
  close(): Promise<void>
}

/** Where `wxt build` puts the extension for Chrome. */
export const extensionDir = '.output/chrome-mv3'

/** Sets up a school and starts its server. `before` may still change the school. */
export async function startWhole(
  before: (school: MadeSchool) => Promise<unknown> = async () => undefined,
): Promise<Whole> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lapwing-whole-'))
  const school = await makeWholeSchool(dataDir)
  await before(school)
  const server = await serverProcess(dataDir)
  const links = new Map<Person, string[]>()
  for (const person of ['teacher', 'tutor', 'headOfYear', 'dsl', 'deputy', 'lead', 'ict'] as const)
    links.set(person, await signInLinks(school, server.origin, person))
  const sites = await startSites()
  const consoles = openConsoles(server.origin, (person) => links.get(person)?.pop())
  await server.start()

  const started: { close(): Promise<void> }[] = []
  const optionsFor = (which: number, more: Partial<DeviceOptions>): DeviceOptions => ({
    extensionDir,
    sites,
    managed: {
      serverUrl: server.origin,
      schoolId: demoSchool.id,
      enrolmentToken: school.enrolmentToken,
      pupilIdentity: classPupils[which]?.email ?? '',
    },
    ...more,
  })
  return {
    school,
    server,
    sites,
    consoles,
    optionsFor,
    async pupil(which = 0, more = {}) {
      const browser = await launchManagedBrowser(optionsFor(which, more))
      started.push(browser)
      await browser.waitForWorker()
      return browser
    },
    async rawPupil(which = 0, more = {}) {
      const browser = await launchRaw(optionsFor(which, more))
      started.push(browser)
      await browser.waitForWorker()
      return browser
    },
    async close() {
      for (const browser of started) await inTime('a pupil’s browser', browser.close())
      await inTime('the consoles', consoles.close())
      await sites.close()
      await server.stop()
      await rm(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
    },
  }
}

/** What is not closed within 20 s is given up, so that the rest is closed too; standard error says what it was. */
async function inTime(what: string, closing: Promise<void>): Promise<void> {
  const late = wait(20_000, true, { ref: false })
  if (await Promise.race([closing.then(() => false), late])) process.stderr.write(`${what} did not close\n`)
}
