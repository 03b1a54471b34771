import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createDevice } from '#extension/background/device.ts'
import type { Device } from '#extension/background/ports.ts'
import { simulatorPorts } from '#extension/simulator/ports.ts'
import { createTabs } from '#extension/simulator/tabs.ts'
import type { DeviceRow } from '#shared/protocol/console-api.ts'
import { until } from '#test/support/browser/until.ts'
import { enrolmentToken } from '#test/support/makers/school.ts'
import { putFile, type RunningServer, runServer } from '#test/support/running-server.ts'
import { modelFileCalled, shippedModel } from '#test/support/text-model.ts'

let running: RunningServer
let device: Device

async function startDevice(pupilIdentity: string): Promise<Device> {
  const managed = { serverUrl: running.origin, schoolId: 'made', enrolmentToken, pupilIdentity }
  const started = createDevice(
    simulatorPorts(
      managed,
      createTabs(() => undefined),
    ),
  )
  await started.start()
  return started
}

beforeAll(async () => {
  running = await runServer()
  device = await startDevice('ada@pupils.test')
})
afterAll(async () => {
  device.stop()
  await running.stop()
})

/** No list has a phrase for it. */
const search = 'https://www.google.com/search?q=cheap+mdma+and+cocaine+delivered'

/** Which model has read the words of a search on the device. */
async function readBy(on: Device): Promise<string[]> {
  const asker = { tabId: 1, isTop: true, url: search, title: null }
  await on.handlers['page.opened']({ url: search, isTop: true }, asker)
  const { verdict } = on.judge({ url: search, kind: 'page', tabId: 1, cause: 'unasked' })
  return verdict.evidence.map(({ list }) => list).filter((list) => list.startsWith('text '))
}

async function install(name: string): Promise<string> {
  const ict = running.cookieOf('ict')
  const { body } = await putFile(running.origin, ict, '/model', modelFileCalled(name))
  return String(body.hash)
}

const noticed = async (): Promise<string[]> => {
  const rows: DeviceRow[] = (await running.as('ict')('GET', '/devices')).body
  return rows.flatMap(({ notices }) =>
    notices.filter(({ code }) => code === 'model-refused').map(({ detail }) => detail),
  )
}

it('a device reads with the packaged model until its school has one, which reaches it at once', async () => {
  expect(await readBy(device)).toContain(shippedModel().name)
  await install('text 8')
  await until('the device to read with the new model', async () => (await readBy(device)).includes('text 8'))
  expect(await noticed()).toEqual([])
})

it('a model that is damaged on its way is refused, the device reads with the one it has, and ICT reads why', async () => {
  device.stop()
  const hash = await install('text 9')
  await writeFile(join(running.dataDir, 'schools', 'made', 'models', `${hash}.model`), 'not a model')
  const other = await startDevice('ben@pupils.test')
  await until('ICT to be told', async () => (await noticed()).length > 0)
  expect((await noticed())[0]).toMatch(/text model from the school was not taken into use/)
  expect(await readBy(other)).toContain(shippedModel().name)
  expect(await readBy(device)).toContain('text 8')
  // Lists protect all the same.
  const asked = { url: 'https://www.bet365.com/', kind: 'page', tabId: 1, cause: 'unasked' } as const
  expect(other.judge(asked).decision.action).toBe('block')
  other.stop()
})
