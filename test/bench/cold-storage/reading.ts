import type { SizeName } from './bundle.ts'
import { sizes } from './bundle.ts'
import type { ColdDevice } from './device.ts'
import type { ReadMarks } from './order.ts'
import { type PlaceName, placeNames } from './places.ts'

export interface Question {
  readonly place: PlaceName
  readonly size: SizeName
}

/** One answer of a worker that had just been woken. */
export interface Reading extends Question {
  readonly marks: ReadMarks
  /** From the navigation to the start of the worker. */
  readonly wakingMs: number
}

/** Everything at three million hosts; at one million what could depend on the size. */
const questions: readonly Question[] = [
  ...placeNames.map((place) => ({ place, size: 'millions' }) as const),
  ...(['packaged file, ranges', 'IndexedDB, a Blob and its slices', 'OPFS, slices of a file'] as const).map(
    (place) => ({ place, size: 'million' }) as const,
  ),
  { place: 'Cache, one entry and its slices', size: 'million' },
]

/** Stores each bundle everywhere it is read from. */
export async function fill(device: ColdDevice): Promise<void> {
  for (const question of questions) await device.obey('write', { ...question, version: 1 })
}

/** Asks every question in each round, in an order of its own, and kills the worker before each. */
export async function readCold(device: ColdDevice, rounds: number): Promise<Reading[]> {
  const readings: Reading[] = []
  for (let round = -1; round < rounds; round += 1) {
    for (const { place, size } of shuffled(questions)) {
      await device.sleep()
      const page = Math.floor(Math.random() * sizes[size].pages)
      const { answer, askedAt } = await device.obey('read', { place, size, page })
      // The first round fills what the system has kept in memory since the morning on a pupil's device.
      if (round >= 0)
        readings.push({ place, size, marks: answer.marks, wakingMs: answer.startedAt - askedAt })
    }
  }
  return readings
}

function shuffled<T>(list: readonly T[]): T[] {
  return list
    .map((item) => ({ item, at: Math.random() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ item }) => item)
}
