/// <reference types="chrome" />
import { sizes, stamp, stampOf } from './bundle.ts'
import { type Answer, answerUrl, type Inspection, type Order, readOrder } from './order.ts'
import { fetchPackaged } from './places-of-files.ts'
import { places } from './places.ts'

const firstTick = performance.now()

/** A key and a signature by it over 32 bytes, put in when the extension is made: what checking a head's signature costs. */
declare const author: Readonly<Record<'publicKey' | 'signature' | 'message', readonly number[]>>

async function verify(): Promise<void> {
  const key = await crypto.subtle.importKey('raw', Uint8Array.from(author.publicKey), 'Ed25519', false, [
    'verify',
  ])
  const [signature, message] = [Uint8Array.from(author.signature), Uint8Array.from(author.message)]
  if (!(await crypto.subtle.verify('Ed25519', key, signature, message))) throw new Error('not genuine')
}

async function read({ place, size, page }: Order, startedAt: number): Promise<Answer> {
  const since = (): number => performance.now() - startedAt
  let opened = 0
  const bundle = await places[place].open(sizes[size], () => {
    opened = since()
  })
  const head = since()
  await crypto.subtle.digest('SHA-256', bundle.head)
  const headHash = since()
  await verify()
  const verified = since()
  const bytes = await bundle.page(page)
  const paged = since()
  await crypto.subtle.digest('SHA-256', bytes)
  const marks = {
    firstTick,
    event: startedAt,
    opened,
    head,
    headHash,
    verified,
    page: paged,
    pageHash: since(),
  }
  return { verb: 'read', marks, startedAt: performance.timeOrigin }
}

async function write({ place, size, version }: Order): Promise<Answer> {
  const bundle = await fetchPackaged(sizes[size])
  stamp(bundle, sizes[size], version)
  const startedAt = performance.now()
  await places[place].write?.(sizes[size], bundle)
  return { verb: 'write', ms: performance.now() - startedAt }
}

async function inspect({ place, size }: Order): Promise<Answer> {
  const bundle = await places[place].open(sizes[size], () => undefined)
  const pages: Record<number, number> = {}
  for (let page = 0; page < sizes[size].pages; page += 1) {
    const version = stampOf(await bundle.page(page))
    pages[version] = (pages[version] ?? 0) + 1
  }
  const found: Inspection = { head: stampOf(bundle.head), pages }
  return { verb: 'inspect', found }
}

async function quota(): Promise<Answer> {
  const { quota = 0, usage = 0 } = await navigator.storage.estimate()
  return { verb: 'quota', quota, usage, isPersisted: await navigator.storage.persisted() }
}

// Without a listener for it the worker does not start with the browser, and a restarted browser is not seen to be ready.
chrome.runtime.onStartup.addListener(() => undefined)

const obey = { read, write, inspect, quota } as const

type Listener = Parameters<typeof chrome.webRequest.onBeforeRequest.addListener>[0]

const hold = async ({ url }: { url: string }): Promise<chrome.webRequest.BlockingResponse> => {
  const startedAt = performance.now()
  const order = readOrder(url)
  const answer = await obey[order.verb](order, startedAt).catch((error: unknown): Answer => ({
    verb: 'failed',
    error: String(error),
  }))
  return { redirectUrl: answerUrl(order.port, answer) }
}

// Chromium takes promises from extensions that policy installed; the published types do not know it yet.
chrome.webRequest.onBeforeRequest.addListener(
  hold as unknown as Listener,
  { urls: ['http://order.test/*'] },
  ['blocking'],
)
