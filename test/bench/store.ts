import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SchoolDatabase } from '#server/db/database.ts'
import { createGroupCommit } from '#server/db/group-commit.ts'
import { type BatchEvent, type EventBatch, insertEvents } from '#server/db/insert-events.ts'
import { openSchool } from '#server/db/open.ts'
import { openNativeRows } from './native-rows.ts'

/**
 * Measures the store against its ceilings on the disk under `folder`. Rows go in groups of 100, one group through the native driver
 * and one through the store in turn, so that a busy machine slows both. Figures are comparable only within one answer.
 */
export async function benchStore({ folder = tmpdir(), groups = 600 } = {}): Promise<object> {
  const dataDir = await mkdtemp(join(folder, 'lapwing-bench-'))
  const school = await openSchool({ dataDir, schoolId: 'bench' })
  const native = await openNativeRows(join(dataDir, 'native.db'), school.file)
  try {
    const cpu = { native: 0, store: 0 }
    for (let group = 0; group < groups; group += 1) {
      const [batch, rows] = eventsOf(`d${group % 30}`, group, 100)
      cpu.native += await cpuMicros(async () => native.insert(batch, rows))
      cpu.store += await cpuMicros(() => school.write((_, execute) => insertEvents(execute, batch, rows)))
    }
    return {
      storeRowsPerCpuSecond: Math.round((groups * 100 * 1e6) / cpu.store),
      nativeRowsPerCpuSecond: Math.round((groups * 100 * 1e6) / cpu.native),
      ratioToNative: Number((cpu.native / cpu.store).toFixed(2)),
      ...(await groupCommits(school)),
      fdatasyncMs: Number((await fdatasyncMs(join(dataDir, 'sync'))).toFixed(2)),
    }
  } finally {
    native.close()
    await school.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** 64 devices, each with 40 batches of 10 events, waiting for each batch to be on disk. Wall-clock, so it depends on the neighbours. */
async function groupCommits(school: SchoolDatabase) {
  let commits = 0
  const waitsMs: number[] = []
  const { commit } = createGroupCommit({
    writeTogether(units) {
      commits += 1
      return school.writeTogether(units)
    },
  })
  const started = performance.now()
  const device = async (_: unknown, device: number) => {
    for (let index = 0; index < 40; index += 1) {
      const [batch, rows] = eventsOf(`g${device}`, index, 10)
      const sent = performance.now()
      await commit((_db, execute) => insertEvents(execute, batch, rows))
      waitsMs.push(performance.now() - sent)
    }
  }
  await Promise.all(Array.from({ length: 64 }, device))
  const seconds = (performance.now() - started) / 1000
  return {
    groupCommitBatchesPerSecond: Math.round(waitsMs.length / seconds),
    groupCommitBatchesPerCommit: Number((waitsMs.length / commits).toFixed(1)),
    groupCommitWaitMs: Number(median(waitsMs).toFixed(1)),
  }
}

async function cpuMicros(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return user + system
}

/** Median time of one `fdatasync` after a write of 4 KiB: what no durable commit can beat. */
async function fdatasyncMs(path: string): Promise<number> {
  const file = await open(path, 'a')
  const times: number[] = []
  for (let index = 0; index < 40; index += 1) {
    await file.write(Buffer.alloc(4096))
    const started = performance.now()
    await file.datasync()
    times.push(performance.now() - started)
  }
  await file.close()
  return median(times)
}

function eventsOf(deviceId: string, index: number, rows: number): [EventBatch, BatchEvent[]] {
  const at = 1_795_000_000_000 + index * 1000
  const page = { host: 'games.example', category: 'games', action: 'coach', reason: 'list' }
  const events = Array.from({ length: rows }, (_, row) => ({
    seq: index * rows + row + 1,
    at: at + row,
    kind: 'page.blocked',
    body: { kind: 'page.blocked', page },
  }))
  return [{ deviceId, epoch: 'e1', receivedAt: at + 500, skewMs: -12, pupilId: `p-${deviceId}` }, events]
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
