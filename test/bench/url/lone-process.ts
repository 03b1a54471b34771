import { writeFileSync } from 'node:fs'
import * as v from 'valibot'
import type { Opened } from './contender.ts'
import { contenders, isContenderName } from './contenders.ts'
import { readDomains } from './domain-file.ts'
import { mistakesOf } from './mistakes.ts'
import { type CacheState, Order } from './orders.ts'
import type { QuestionKind, Questions } from './questions.ts'

/* A process of its own for one contender: named on the command line, told by messages what to do. */

/** Hosts of a hot batch, and how often each is asked: together they stay in the first two caches. */
const hotHosts = 256
const hotTurns = 8
const coldHosts = 400
/** More than the last cache of any machine that this runs on. */
const evictingBytes = 96 * 2 ** 20

const name = process.argv[2] ?? ''
if (!isContenderName(name)) throw new Error(`no contender ${name}`)
const contender = await contenders[name]()
let opened: Opened | null = null
let questions: Record<QuestionKind, Buffer[]> | null = null
let evicting: Uint8Array | null = null
let sink = 0

async function costOf(work: () => Promise<void>): Promise<{ cpuMs: number; wallMs: number }> {
  const startedAt = performance.now()
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return { cpuMs: (user + system) / 1000, wallMs: performance.now() - startedAt }
}

async function memory() {
  // Twice, with a turn between: finalizers of the first round free what the second finds.
  globalThis.gc?.()
  await new Promise((resolve) => setImmediate(resolve))
  globalThis.gc?.()
  const { rss, heapUsed, external } = process.memoryUsage()
  return { rss, kept: heapUsed + external }
}

async function build(domainsFile: string, file: string) {
  const domains = readDomains(domainsFile)
  globalThis.gc?.()
  let bytes = new Uint8Array(0)
  const cost = await costOf(async () => void (bytes = new Uint8Array(await contender.build(domains))))
  writeFileSync(file, bytes)
  return cost
}

async function open(file: string, first: string) {
  const before = await memory()
  const cost = await costOf(async () => {
    opened = await contender.open(file)
    if (opened.has(first)) sink++
  })
  const after = await memory()
  return {
    ...cost,
    residentBytes: after.rss - before.rss,
    heapAndBuffersBytes: after.kept - before.kept,
  }
}

function take(asked: Questions) {
  if (opened === null) throw new Error('asked before it was opened')
  const kept = (hosts: readonly string[]): Buffer[] => hosts.map((host) => Buffer.from(host, 'latin1'))
  questions = { hit: kept(asked.hit), miss: kept(asked.miss), mix: kept(asked.mix) }
  const mistakes = mistakesOf(opened, asked)
  // The mix is asked for once too, so that its code is as warm as that of the others.
  sink += asked.mix.filter(opened.has).length
  return mistakes
}

function time(kind: QuestionKind, caches: CacheState, round: number) {
  if (opened === null || questions === null) throw new Error('asked before it was opened')
  const all = questions[kind]
  const isHot = caches === 'hot'
  const count = Math.min(all.length, isHot ? hotHosts : coldHosts)
  const from = (round * count) % (all.length - count + 1)
  const few = all.slice(from, from + count)
  // New strings each time: a browser's are new as well, and one that was asked for before knows its hash.
  const fresh = (): string[] => few.map((host) => host.toString('latin1'))
  const hosts = Array.from({ length: isHot ? hotTurns : 1 }, fresh).flat()
  if (isHot) ask(opened, fresh())
  globalThis.gc?.({ type: 'minor' })
  if (!isHot) evict()
  const before = process.cpuUsage()
  ask(opened, hosts)
  const { user, system } = process.cpuUsage(before)
  return { nanos: ((user + system) * 1000) / hosts.length }
}

function ask(opened: Opened, hosts: readonly string[]): void {
  for (const host of hosts) if (opened.has(host)) sink++
}

function evict(): void {
  evicting ??= new Uint8Array(evictingBytes)
  for (let at = 0; at < evicting.length; at += 64) evicting[at] = (evicting[at] ?? 0) + 1
}

async function obey(order: Order): Promise<unknown> {
  if (order.do === 'build') return build(order.domains, order.file)
  if (order.do === 'open') return open(order.file, order.first)
  if (order.do === 'take') return take(order)
  return time(order.kind, order.caches, order.round)
}

process.on('message', (message) => {
  obey(v.parse(Order, message)).then(
    (done) => process.send?.({ done }),
    (problem: unknown) => process.send?.({ failed: String(problem) }),
  )
})
process.on('disconnect', () => process.exit(sink === -1 ? 1 : 0))
process.send?.({ done: null })
