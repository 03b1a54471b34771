import { startColdDevice } from './cold-storage/device.ts'
import { fill, readCold } from './cold-storage/reading.ts'
import { readingFigures, readingTable, writingTable } from './cold-storage/tables.ts'
import { writeAndCrash } from './cold-storage/writing.ts'
import type { BenchResult } from './results.ts'

/**
 * From where a worker that was killed gets the head of the list bundle and one page the fastest, in managed Chromium, with a navigation held
 * meanwhile; what writing a new bundle there costs; and what a crash in the middle of that leaves.
 */
export async function benchColdStorage(args: readonly string[]): Promise<BenchResult> {
  const rounds = Number(args[1] ?? 15)
  if (args.length > 0 && (args[0] !== '--rounds' || !(rounds > 0)))
    throw new Error('options of cold-storage: --rounds N')
  const device = await startColdDevice()
  try {
    await fill(device)
    const readings = await readCold(device, rounds)
    const writings = await writeAndCrash(device)
    const { answer: quota } = await device.obey('quota', {})
    const figures = { rounds, reading: readingFigures(readings), writing: writings, quota }
    const room = `${Math.round(quota.quota / 2 ** 30)} GiB of room with unlimitedStorage`
    const table = [readingTable(figures.reading, rounds), writingTable(writings), `${room}.`].join('\n\n')
    return { figures, table, isComplete: rounds >= 15 }
  } finally {
    await device.close()
  }
}
