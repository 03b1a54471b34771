import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { parseJson } from '#shared/base/parse.ts'
import { createPupil, type SimulatedPupil } from './pupil.ts'
import { worryingMoments } from './sites.ts'

const usage = `node extension/simulator/class.ts --server URL --school ID --token T --pupils FILE.json
  Simulated pupils with the extension's own code. FILE.json is a list of identities: ["amara@demo.test", ...].
  Options: --moment-seconds N (60) one worrying moment a minute, over the whole class; --seed N (1).`

const Pupils = v.pipe(v.array(v.pipe(v.string(), v.minLength(1))), v.minLength(1))
/** First connections are spread, as a school's log-on is. */
const spreadStartMs = 5000
/** Whoever has just started the demonstration need not wait a minute for the first worrying moment. */
const firstMomentMs = 10_000
/** How long a pupil reads one page, at least and at most. */
const reading = { leastMs: 8000, mostMs: 40_000 } as const

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

async function live(pupil: SimulatedPupil, random: () => number, signal: AbortSignal): Promise<void> {
  await pause(random() * spreadStartMs, undefined, { signal })
  await pupil.start()
  while (!signal.aborted) {
    await pupil.browse()
    await pause(reading.leastMs + random() * (reading.mostMs - reading.leastMs), undefined, { signal })
  }
}

async function worry(
  pupils: readonly SimulatedPupil[],
  everyMs: number,
  random: () => number,
  signal: AbortSignal,
): Promise<void> {
  for (let turn = 0; !signal.aborted; turn++) {
    await pause(turn === 0 ? Math.min(firstMomentMs, everyMs) : everyMs, undefined, { signal })
    const moment = worryingMoments[turn % worryingMoments.length]
    const pupil = pupils[Math.floor(random() * pupils.length)]
    if (moment !== undefined) await pupil?.moment(moment)
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      server: { type: 'string' },
      school: { type: 'string' },
      token: { type: 'string' },
      pupils: { type: 'string' },
      'moment-seconds': { type: 'string', default: '60' },
      seed: { type: 'string', default: '1' },
    },
  })
  const { server, school, token, pupils: file } = values
  if (server === undefined || school === undefined || token === undefined || file === undefined)
    throw new Error(usage)
  const identities = parseJson(Pupils, await readFile(file, 'utf8'))
  if (!identities.ok) throw new Error(`${file}: ${identities.error}`)

  const random = seeded(Number(values.seed))
  const stopping = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort())
  const pupils = identities.value.map((pupilIdentity) =>
    createPupil({ serverUrl: server, schoolId: school, enrolmentToken: token, pupilIdentity }, random),
  )
  console.log(`${pupils.length} simulated pupils for ${school} at ${server}`)
  const { signal } = stopping
  const lives = pupils.map((pupil) => live(pupil, random, signal))
  const all = await Promise.allSettled([
    ...lives,
    worry(pupils, Number(values['moment-seconds']) * 1000, random, signal),
  ])
  for (const pupil of pupils) pupil.stop()
  const failed = all.flatMap((one) =>
    one.status === 'rejected' && !signal.aborted ? [String(one.reason)] : [],
  )
  if (failed.length > 0) throw new Error(failed.join('\n'))
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
})
