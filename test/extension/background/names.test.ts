import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { createDevice } from '#extension/background/device.ts'
import type { NetworkRules, StoredNames } from '#extension/background/ports.ts'
import { createListStore } from '#extension/platform/list-store.ts'
import { writeDelta } from '#shared/classify/url/bundle-delta.ts'
import { listsKey, signedFile } from '#test/support/list-bundles.ts'
import { bundleWithNames } from '#test/support/list-names.ts'
import { connectedDevice, freshDatabase, makeWorld, until } from '../device-world.ts'

beforeEach(freshDatabase)

const hashOf = (bytes: ArrayBuffer): string =>
  createHash('sha256').update(new Uint8Array(bytes)).digest('hex')

const crowd = Array.from({ length: 4000 }, (_, index) => [`h${index}.test`, ['drugs'] as const] as const)
const make = (host: string, version: string) => {
  const made = bundleWithNames([...crowd, [host, ['weapons']]], version)
  return { ...made, bundle: signedFile(made.bundle) }
}
const first = make('old.test', '1')
const second = make('new.test', '2')

/** An engine that notes what it is to hold. */
function engine(wants: boolean) {
  const followed: (StoredNames | null)[] = []
  const rules: NetworkRules = {
    wantsNames: async () => wants,
    follow: async (_, names) => {
      followed.push(names)
      const listed = (await names?.read())?.hosts.length ?? 0
      return { held: listed, listed, popularHeld: 0, popularListed: 0 }
    },
  }
  return { rules, followed }
}

async function atSchool(files: Record<string, ArrayBuffer>, wants = true) {
  const { rules, followed } = engine(wants)
  const world = makeWorld({ rules, listStore: createListStore() })
  const asked: string[] = []
  world.download = async (url) => {
    const path = url.split('/device/')[1] ?? ''
    const body = files[path]
    if (/^(?:lists|names)/.test(path)) asked.push(path)
    return { status: body === undefined ? 404 : 200, retryAfterMs: null, body: body ?? null }
  }
  const { device, socket } = await connectedDevice(world)
  const say = (bytes: ArrayBuffer): void =>
    socket.say({ type: 'lists', listsKey, lists: { hash: hashOf(bytes), bytes: bytes.byteLength } })
  const view = () =>
    device.handlers['popup.describe']({}, { tabId: 1, isTop: true, url: 'our:screen', title: null })
  return { world, followed, asked, say, view }
}
const buffer = (bytes: Uint8Array): ArrayBuffer => bytes.slice().buffer
const listsPath = (bytes: ArrayBuffer): string => `lists/${hashOf(bytes)}`

describe('the names of the school’s lists', () => {
  it('are fetched after them, checked, and known to the engine also after the worker has slept', async () => {
    const files = {
      [listsPath(first.bundle)]: first.bundle,
      [`names/${first.hash}`]: buffer(first.names),
    }
    const { world, asked, say, view, followed } = await atSchool(files)
    say(first.bundle)
    await until(async () => ((await view()).rules?.listed === 4001 ? true : undefined))
    expect(asked).toEqual(Object.keys(files))
    expect(followed.at(-1)?.hash).toBe(first.hash)
    const again = engine(true)
    const next = createDevice(makeWorld({ records: world.records, rules: again.rules }).ports)
    await next.start()
    await until(async () =>
      (await again.followed[0]?.read())?.hosts.includes('old.test') ? true : undefined,
    )
    expect((await view()).faults).toEqual([])
  })

  it('change with a delta, whose facts name those of what it leads to', async () => {
    const delta = writeDelta(first.bundle, second.bundle)
    if (!delta.ok) throw new Error(delta.error)
    const { asked, say, followed, world } = await atSchool({
      [listsPath(first.bundle)]: first.bundle,
      [`names/${first.hash}`]: buffer(first.names),
      [`${listsPath(second.bundle)}?from=${hashOf(first.bundle)}`]: signedFile(delta.value.file),
      [`names/${second.hash}`]: buffer(second.names),
    })
    say(first.bundle)
    await until(() => (followed.at(-1)?.hash === first.hash ? true : undefined))
    say(second.bundle)
    await until(() => (followed.at(-1)?.hash === second.hash ? true : undefined))
    expect(asked.at(-1)).toBe(`names/${second.hash}`)
    expect(world.records.values.get('names')).toBe(second.hash)
    await expect(createListStore().read(first.hash, 0, 1)).rejects.toThrow('no list file')
  })

  it('that are not those which the signed lists name are refused', async () => {
    const { say, view, followed } = await atSchool({
      [listsPath(first.bundle)]: first.bundle,
      [`names/${first.hash}`]: buffer(second.names),
    })
    say(first.bundle)
    await until(async () => ((await view()).faults.join().includes('hash') ? true : undefined))
    expect(followed.every((names) => names === null)).toBe(true)
  })

  it('are not fetched where requests can be held', async () => {
    const { say, view, asked } = await atSchool({ [listsPath(first.bundle)]: first.bundle }, false)
    say(first.bundle)
    await until(async () => ((await view()).listsVersion === 'lists 1' ? true : undefined))
    expect(asked).toEqual([listsPath(first.bundle)])
  })

  it('that go bad on the disk do not keep the rest of the rules from following the policy', async () => {
    const { world, say, followed } = await atSchool({
      [listsPath(first.bundle)]: first.bundle,
      [`names/${first.hash}`]: buffer(first.names),
    })
    say(first.bundle)
    await until(() => (followed.at(-1)?.hash === first.hash ? true : undefined))
    const spoilt = first.names.slice()
    spoilt[spoilt.length - 5] = 'x'.charCodeAt(0)
    await createListStore().put(first.hash, buffer(spoilt))
    const again = engine(true)
    const next = createDevice(makeWorld({ records: world.records, rules: again.rules }).ports)
    await next.start()
    await until(() => (again.followed.at(-1) === null ? true : undefined))
    expect(world.records.values.get('names')).toBeNull()
  })
})
