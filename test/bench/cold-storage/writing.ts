import { setTimeout as wait } from 'node:timers/promises'
import { sizes } from './bundle.ts'
import type { ColdDevice } from './device.ts'
import type { Inspection } from './order.ts'
import type { PlaceName } from './places.ts'

/** What taking a new bundle of three million hosts into a place costs, and what a crash in the middle leaves there. */
export interface Writing {
  readonly place: PlaceName
  readonly ms: readonly number[]
  readonly afterCrash: Readonly<Record<'old' | 'new' | 'mixed' | 'lost', number>>
}

const written = [
  'IndexedDB, a record for each page',
  'IndexedDB, a Blob and its slices',
  'IndexedDB, all bytes among the records',
  'OPFS, slices of a file',
  'Cache, an entry for each page',
  'Cache, one entry and its slices',
] as const satisfies readonly PlaceName[]

const size = 'millions'
const shares = [0.1, 0.3, 0.5, 0.7, 0.9]
/** Reading the packaged bundle, which the worker does first, is not writing. */
const fetchingMs = 120

/** Writes each place anew five times, and five times more with the browser killed in the middle. */
export async function writeAndCrash(device: ColdDevice): Promise<Writing[]> {
  const all: Writing[] = []
  let version = 10
  for (const place of written) {
    const ms: number[] = []
    for (const _ of shares) {
      version += 1
      ms.push((await device.obey('write', { place, size, version })).answer.ms)
    }
    const typical = ms.toSorted((one, other) => one - other)[2] ?? 0
    const afterCrash = { old: 0, new: 0, mixed: 0, lost: 0 }
    for (const share of shares) {
      const old = version
      version += 1
      await device.give({ verb: 'write', place, size, version })
      await wait(fetchingMs + share * typical)
      await device.crash()
      const found = await inspected(device, place)
      const state = found === null ? 'lost' : stateOf(found, old, version)
      afterCrash[state] += 1
      if (state !== 'old') await device.obey('write', { place, size, version })
      else version = old
    }
    all.push({ place, ms, afterCrash })
  }
  return all
}

async function inspected(device: ColdDevice, place: PlaceName): Promise<Inspection | null> {
  return device.obey('inspect', { place, size }).then(
    ({ answer }) => answer.found,
    () => null,
  )
}

function stateOf({ head, pages }: Inspection, old: number, now: number): keyof Writing['afterCrash'] {
  const isWhole = (version: number): boolean => head === version && pages[version] === sizes[size].pages
  if (isWhole(old)) return 'old'
  return isWhole(now) ? 'new' : 'mixed'
}
