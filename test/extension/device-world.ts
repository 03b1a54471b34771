import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { createDevice } from '#extension/background/device.ts'
import type {
  Device,
  PictureWatch,
  Ports,
  Records,
  SocketEvents,
  Tab,
  Tabs,
  Timers,
} from '#extension/background/ports.ts'
import { createJournal } from '#extension/platform/journal.ts'
import { createListStore } from '#extension/platform/list-store.ts'
import { starterBundle } from '#shared/classify/url/starter/starter-bundle.ts'
import type { Nudge } from '#shared/domain/nudge.ts'
import type { DeviceSent, ServerSentToDevice } from '#shared/protocol/device.ts'
import type { PageOrder } from '#shared/protocol/page.ts'
import type { PictureAnswer } from '#shared/protocol/pictures.ts'
import { type WordTable, wordModel } from '#test/support/word-model.ts'

/** Wednesday 25 November 2026, 10:00 in London: a school day. */
export const schoolMorning = Date.UTC(2026, 10, 25, 10)

/** A clock that moves when told to, and the timers on it. */
export class FakeTime implements Timers {
  now = schoolMorning
  #planned: { at: number; run: () => void }[] = []

  after(delayMs: number, run: () => void): () => void {
    const plan = { at: this.now + delayMs, run }
    this.#planned.push(plan)
    return () => {
      this.#planned = this.#planned.filter((other) => other !== plan)
    }
  }

  /** Lets time pass, and what was planned happen in its order. */
  async pass(ms: number): Promise<void> {
    const end = this.now + ms
    for (;;) {
      await settle()
      const next = this.#planned.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0]
      if (next === undefined) break
      this.#planned = this.#planned.filter((other) => other !== next)
      this.now = Math.max(this.now, next.at)
      next.run()
    }
    this.now = end
    await settle()
  }
}

/** Lets promises and the fake database come to rest. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 12; turn++) await new Promise((resolve) => setImmediate(resolve))
}

export function memoryRecords(
  start: Iterable<readonly [string, unknown]> = [],
): Records & { readonly values: Map<string, unknown> } {
  const values = new Map(start)
  return {
    values,
    all: async () => new Map(values),
    put: async (name, value) => void values.set(name, structuredClone(value)),
  }
}

/** Gives the test a new, empty IndexedDB. */
export function freshDatabase(): void {
  globalThis.indexedDB = new IDBFactory()
}

/** The school's end of one socket. */
export interface FakeSocket {
  readonly url: string
  readonly sent: DeviceSent[]
  say(frame: ServerSentToDevice): void
  sayText(text: string): void
  drop(): void
  isOpen(): boolean
}

export interface World {
  readonly time: FakeTime
  readonly ports: Ports
  readonly sockets: FakeSocket[]
  readonly opened: string[]
  readonly orders: PageOrder[]
  readonly blocked: string[]
  /** Whose service workers were taken away. */
  readonly forgotten: string[]
  /** What the pages' own scripts have made global. */
  globals: string[]
  /** The hints shown, and null for each that was taken away. */
  readonly nudges: (Nudge | null)[]
  /** What the text model knows: see `wordModel`. */
  words: WordTable
  /** Documents whose pictures are watched, and how. */
  readonly watches: ({ url: string } & PictureWatch)[]
  /** What the image model says of the next picture. */
  picture: PictureAnswer
  /** Where a picture was not sent to. */
  readonly uploadsStopped: string[]
  readonly records: ReturnType<typeof memoryRecords>
  tabs: Tab[]
  post: Ports['network']['post']
  download: Ports['network']['download']
  news: number
  watchedBy: string | null
}

const blockPage = 'our:blocked#'
const noRules = { held: 0, listed: 0, popularHeld: 0, popularListed: 0 }

/** Ports that a test holds in its hands. */
export function makeWorld(change: Partial<Ports> = {}): World {
  const time = new FakeTime()
  const records = memoryRecords()
  const sockets: FakeSocket[] = []
  let ids = 0
  const tabs: Tabs = {
    all: async () => world.tabs,
    active: async () => world.tabs[0] ?? null,
    async block(tabId, url) {
      world.blocked.push(url)
      world.tabs = world.tabs.map((tab) => (tab.id === tabId ? { ...tab, url: blockPage + url } : tab))
    },
    async go(tabId, url) {
      world.tabs = world.tabs.map((tab) => (tab.id === tabId ? { ...tab, url } : tab))
    },
    back: async () => undefined,
    open: async (url) => void world.opened.push(url),
    order: async (order) => void world.orders.push(order),
    blockedAddress: ({ url }) => (url.startsWith(blockPage) ? url.slice(blockPage.length) : null),
  }
  const connect = (url: string, events: SocketEvents) => {
    let isOpen = true
    const sent: DeviceSent[] = []
    sockets.push({
      url,
      sent,
      say: (frame) => isOpen && events.said(JSON.stringify(frame)),
      sayText: (text) => isOpen && events.said(text),
      drop: () => {
        isOpen = false
        events.closed()
      },
      isOpen: () => isOpen,
    })
    return {
      send: (text: string) => {
        if (isOpen) sent.push(JSON.parse(text) as DeviceSent)
      },
      close: () => {
        isOpen = false
      },
    }
  }
  const world: World = {
    time,
    records,
    sockets,
    opened: [],
    orders: [],
    blocked: [],
    forgotten: [],
    globals: [],
    nudges: [],
    words: {},
    watches: [],
    picture: { kind: 'unreadable', detail: 'no picture' },
    uploadsStopped: [],
    tabs: [],
    news: 0,
    watchedBy: null,
    post: async () => ({ status: 0, retryAfterMs: null, body: null }),
    download: async () => ({ status: 0, retryAfterMs: null, body: null }),
    ports: {
      now: () => time.now,
      random: () => 0.5,
      newId: () => `id-${(ids += 1)}-${Math.random().toString(36).slice(2)}`,
      subtle: crypto.subtle,
      timers: time,
      records,
      listStore: createListStore(),
      journal: createJournal(),
      network: {
        connect,
        post: (...rest) => world.post(...rest),
        download: (...rest) => world.download(...rest),
      },
      tabs,
      documents: {
        globalsIn: async (_, __, names) => names.filter((name) => world.globals.includes(name)),
        nudge: async (_, __, nudge) => void world.nudges.push(nudge),
        forgetServiceWorkers: async (url) => void world.forgotten.push(url),
        watchPictures: async (document, watch) => void world.watches.push({ url: document.url, ...watch }),
      },
      pictures: { look: async () => world.picture },
      screens: {
        changed: () => void (world.news += 1),
        watched: (by) => void (world.watchedBy = by),
        uploadStopped: async (url) => void world.uploadsStopped.push(url),
      },
      rules: { wantsNames: async () => false, follow: async () => noRules },
      packagedLists: async () => starterBundle(),
      openTextModel: async () => wordModel(world.words),
      managed: { read: async () => ({}), changed: () => undefined },
      idle: async () => false,
      quiet: async () => undefined,
      platform: 'test',
      agentVersion: '0.0.1',
      ...change,
    },
  }
  return world
}

export const school = { serverUrl: 'http://school.test', schoolId: 'school', enrolmentToken: 'open sesame' }

/** Frames of a school that has nothing special to say. */
export const welcome = (
  change: Partial<Extract<ServerSentToDevice, { type: 'welcome' }>> = {},
): ServerSentToDevice => ({
  type: 'welcome',
  serverTime: schoolMorning,
  ticket: 'ticket',
  ticketMs: 600_000,
  keptThrough: 0,
  user: { pupilId: 'p1', name: 'Amara', year: 8, band: 'y7-y9', adults: [] },
  policy: { hash: '0'.repeat(64), bytes: 10 },
  lists: null,
  listsKey: null,
  lesson: null,
  commands: [],
  receipts: [],
  ...change,
})

/** The school gives a device its place whenever it asks. */
export function takesEnrolment(world: World): void {
  world.post = async () => ({
    status: 200,
    retryAfterMs: null,
    body: JSON.stringify({ deviceId: 'd1', serverTime: world.time.now }),
  })
}

/**
 * A started device that has its place at the school and is connected.
 * @param welcomed what the school says of its user, and so on
 */
export async function connectedDevice(
  world: World,
  welcomed: Parameters<typeof welcome>[0] = {},
): Promise<{ device: Device; socket: FakeSocket }> {
  takesEnrolment(world)
  const device = createDevice({
    ...world.ports,
    managed: { read: async () => school, changed: () => undefined },
  })
  await device.start()
  const socket = await until(() => world.sockets.at(-1))
  socket.say({ type: 'challenge', nonce: 'n1', protocol: 1 })
  await until(() => socket.sent.find(({ type }) => type === 'hello'))
  socket.say(welcome({ serverTime: world.time.now, ...welcomed }))
  await settle()
  return { device, socket }
}

/** Waits for what other promises are about to bring. */
export async function until<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (let turn = 0; turn < 400; turn++) {
    const found = await look()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  throw new Error('it never came')
}
