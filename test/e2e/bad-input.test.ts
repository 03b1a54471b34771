import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sessions } from '#server/db/schema/session.ts'
import { schoolFolder } from '#server/db/school-file.ts'
import { bundleFile } from '#server/services/lists/list-folder.ts'
import type { ManagedBrowser } from '#test/support/browser/launch.ts'
import { until } from '#test/support/browser/until.ts'
import { connectDevice, enrolRequest, makeDeviceKey, postEnrolment } from '#test/support/fake-device.ts'
import { makeReport } from '#test/support/makers/device-event.ts'
import { crash } from '#test/support/whole/crash.ts'
import { damageRecords } from '#test/support/whole/damage.ts'
import { blockScreen, openPopup, popupSays, waitForSchool } from '#test/support/whole/pupil-screen.ts'
import { classPupils, listed, setLists, starterHostOf } from '#test/support/whole/school.ts'
import { startWhole, type Whole } from '#test/support/whole/whole.ts'

let whole: Whole
let pupil: ManagedBrowser
let popup: Page
let ict: Page
const name = classPupils[0]?.name ?? ''
const twoDaysMs = 2 * 24 * 3_600_000

beforeAll(async () => {
  whole = await startWhole()
  const { serverUrl, schoolId } = { serverUrl: whole.server.origin, schoolId: 'demo' }
  const pupilIdentity = classPupils[0]?.email ?? ''
  pupil = await whole.pupil(0, {
    managed: { serverUrl, schoolId, enrolmentToken: 'not-the-token', pupilIdentity },
  })
  popup = await openPopup(pupil)
})

afterAll(() => whole?.close())

const configure = (change: Record<string, string>): void =>
  pupil.device.policy.update({
    managed: {
      serverUrl: whole.server.origin,
      schoolId: 'demo',
      enrolmentToken: whole.school.enrolmentToken,
      pupilIdentity: classPupils[0]?.email ?? '',
      ...change,
    },
  })

async function isStillBlocked(url: string): Promise<void> {
  const page = await pupil.open(url)
  await blockScreen(page)
  await page.close()
}

describe('a device with a wrong configuration', () => {
  it('says that the token was not accepted, and filters by the packaged lists', async () => {
    const view = await popupSays(popup, 'the refusal', ({ faults }) => faults.length > 0)
    expect(view.state).toBe('not-enrolled')
    expect(view.faults.join()).toMatch(/did not accept this device \(4\d\d\): check the enrolment token/u)
    await popup.reload()
    await popup.getByText('This device has not been set up yet').waitFor()
    await isStillBlocked(`https://${starterHostOf('gambling')}/`)
  })

  it('says so for a school that the server does not know, too', async () => {
    configure({ schoolId: 'nowhere' })
    const view = await popupSays(popup, 'the refusal', ({ faults }) => faults.join().includes('school id'))
    expect(view.state).toBe('not-enrolled')
  })

  it('enrols as soon as the configuration is right', async () => {
    configure({})
    popup = await waitForSchool(pupil)
    const { faults } = await popupSays(popup, 'no fault', (view) => view.faults.length === 0)
    expect(faults).toEqual([])
    ict = await whole.consoles.as('ict', '/devices')
    await ict.getByRole('row').filter({ hasText: name }).getByText('Connected', { exact: true }).waitFor()
  })
})

describe('damage', () => {
  it('of a list bundle on its way is refused: the last good one stays, and ICT is told', async () => {
    await whole.server.stop()
    const hash = await setLists(whole.school, { ...listed, 'new.test': 'gambling' }, '2')
    const file = bundleFile(schoolFolder(whole.school.dataDir, 'demo'), hash)
    const bytes = await readFile(file)
    bytes[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 0xff
    await writeFile(file, bytes)
    await whole.server.start()
    const { listsVersion, faults } = await popupSays(
      popup,
      'the refusal',
      (view) => view.faults.length > 0,
      60_000,
    )
    expect(faults.join()).toContain('A list bundle from the school was not taken into use')
    expect(listsVersion).toContain('tests 1')
    await isStillBlocked('https://bad.test/')
    await ict.getByRole('button', { name: 'Refresh' }).click()
    await ict
      .getByRole('row')
      .filter({ hasText: name })
      .getByText(/list bundle/u)
      .waitFor()
    await whole.server.stop()
    await setLists(whole.school, listed, '1')
    await whole.server.start()
    await popupSays(popup, 'the fault to be gone', (view) => view.faults.length === 0, 60_000)
  })

  it('of what the device remembers leaves it filtering, and it recovers', async () => {
    await damageRecords(popup)
    await crash(pupil)
    await pupil.restart()
    await pupil.waitForWorker()
    await isStillBlocked(`https://${starterHostOf('gambling')}/`)
    popup = await waitForSchool(pupil)
    await isStillBlocked('https://bad.test/')
  })

  it('of the database’s own files leaves it filtering, and it recovers', async () => {
    await crash(pupil)
    const folder = join(pupil.device.profileDir, 'Default', 'IndexedDB')
    const files = await readdir(folder, { recursive: true, withFileTypes: true })
    const ours = files.filter((it) => it.isFile() && it.parentPath.includes(pupil.id))
    for (const it of ours) await writeFile(join(it.parentPath, it.name), 'damaged '.repeat(64))
    expect(ours.length).toBeGreaterThan(2)
    await pupil.restart()
    await pupil.waitForWorker()
    await isStillBlocked(`https://${starterHostOf('gambling')}/`)
    popup = await waitForSchool(pupil)
    await isStillBlocked('https://bad.test/')
  })
})

describe('a clock that is two days off', () => {
  it('is told to ICT, and what the pupil sends carries the school’s time', async () => {
    const worker = await pupil.waitForWorker()
    await worker.evaluate((ms) => {
      const real = Date.now.bind(Date)
      Date.now = () => real() + ms
    }, twoDaysMs)
    await whole.server.stop()
    await whole.server.start()
    await popupSays(popup, 'the device to be back', ({ state }) => state === 'protected', 60_000)
    await until('the notice', async () => {
      await ict.getByRole('button', { name: 'Refresh' }).click()
      return (await ict.getByText(/clock of this device is 2880 minutes fast/u).count()) > 0
    })
    await isStillBlocked('https://bad.test/')
  })

  it('does not let a device that lies about the time put its report into another day', async () => {
    const key = makeDeviceKey()
    const answer = await postEnrolment(
      whole.server.origin,
      enrolRequest(key, {
        schoolId: 'demo',
        enrolmentToken: whole.school.enrolmentToken,
        pupilIdentity: classPupils[1]?.email ?? null,
      }),
    )
    const { deviceId } = (await answer.json()) as { deviceId: string }
    const deviceTime = Date.now() - twoDaysMs
    const device = await connectDevice(
      whole.server.origin,
      { key, id: deviceId, schoolId: 'demo' },
      { deviceTime },
    )
    const welcome = await device.welcome()
    expect(Math.abs(welcome.serverTime - Date.now())).toBeLessThan(60_000)
    const report = makeReport('safeguarding-team', 'sent with a slow clock')
    await device.keep(report)
    await device.close()
    const dsl = await whole.consoles.as('dsl', '/reports')
    const card = dsl.getByRole('listitem').filter({ hasText: 'sent with a slow clock' })
    await card.waitFor()
    expect(await card.textContent()).not.toMatch(/2 days|yesterday/iu)
  })
})

describe('somebody who may no longer', () => {
  it('is back at the sign-in when the session has ended', async () => {
    const teacher = await whole.consoles.as('teacher', '/lesson')
    await whole.server.stop()
    await whole.school.change((database) =>
      database.write((db) => db.update(sessions).set({ revokedAt: Date.now() })),
    )
    await whole.server.start()
    await teacher
      .getByRole('link', { name: /Flags/u })
      .or(teacher.getByRole('button', { name: /Flags/u }))
      .first()
      .click()
    await teacher.getByRole('heading', { name: 'Sign in' }).waitFor()
    expect(new URL(teacher.url()).pathname).toBe('/sign-in')
  })

  it('is a device that ICT has revoked: its popup says so, and it goes on filtering', async () => {
    await popupSays(popup, 'the device to be back', ({ state }) => state === 'protected', 60_000)
    const again = await whole.consoles.anew('ict', '/devices')
    // Damage has made the device enrol anew; the one that is connected is the one that is left.
    const connected = again
      .getByRole('row')
      .filter({ hasText: name })
      .filter({ has: again.getByText('Connected', { exact: true }) })
    await connected.getByRole('button', { name: /^Revoke/u }).click()
    await again.getByRole('alertdialog').getByRole('button', { name: 'Revoke', exact: true }).click()
    const view = await popupSays(popup, 'the revocation', ({ state }) => state === 'refused')
    expect(view.faults.join()).toContain('revoked this device')
    await popup.reload()
    await popup.getByText('The school did not accept this device').waitFor()
    await isStillBlocked('https://bad.test/')
  })
})
