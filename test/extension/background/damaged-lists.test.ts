import { beforeEach, expect, it } from 'vitest'
import { createDevice } from '#extension/background/device.ts'
import { bundleFile, listsKey, signedFile } from '#test/support/list-bundles.ts'
import { connectedDevice, freshDatabase, makeWorld, school, settle, until, welcome } from '../device-world.ts'

beforeEach(freshDatabase)

const bundle = signedFile(bundleFile([['bad.example', ['gambling']]]))

it('fetches the school’s lists anew when the kept ones are damaged, and guards with the packaged ones until then', async () => {
  const world = makeWorld()
  const hash = Buffer.from(await crypto.subtle.digest('SHA-256', bundle)).toString('hex')
  let downloads = 0
  world.download = async (url) => {
    if (url.includes('/device/lists/')) downloads += 1
    return { status: 200, retryAfterMs: null, body: bundle }
  }
  const { device, socket } = await connectedDevice(world)
  const judge = (on: typeof device, host: string) =>
    on.judge({ url: `https://${host}/`, kind: 'page', tabId: 1, cause: 'asked' }).decision.action
  socket.say({ type: 'lists', listsKey, lists: { hash, bytes: bundle.byteLength } })
  await until(() => (judge(device, 'bad.example') === 'block' ? true : undefined))
  expect(downloads).toBe(1)

  await world.records.put('lists', { hash, bytes: bundle.slice(0, 100) })
  const restarted = createDevice({
    ...world.ports,
    managed: { read: async () => school, changed: () => undefined },
  })
  await restarted.start()
  expect([judge(restarted, 'bad.example'), judge(restarted, 'www.bet365.com')]).toEqual(['allow', 'block'])
  const again = await until(() => world.sockets.at(-1))
  again.say({ type: 'challenge', nonce: 'n2', protocol: 1 })
  await until(() => again.sent.find(({ type }) => type === 'hello'))
  again.say(welcome({ serverTime: world.time.now, lists: { hash, bytes: bundle.byteLength } }))
  await settle()
  await until(() => (judge(restarted, 'bad.example') === 'block' ? true : undefined))
  expect(downloads).toBe(2)
})
