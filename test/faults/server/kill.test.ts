import { type ChildProcess, spawn } from 'node:child_process'
import { rm, stat } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { events } from '#server/db/schema/event.ts'
import { flags } from '#server/db/schema/flag.ts'
import { schoolFile } from '#server/db/school-file.ts'
import { connectDevice, enrolDevice, type FakeDevice } from '#test/support/fake-device.ts'
import { makeFlag } from '#test/support/makers/device-event.ts'
import { dataFolder, makeSchool } from '#test/support/makers/school.ts'
import { inSchool } from '#test/support/running-server.ts'

const kills = 6
const total = 240

interface Child {
  readonly process: ChildProcess
  readonly origin: string
}

/** The real server as a process of its own, on a port that the system chooses. */
async function startChild(dataDir: string): Promise<Child> {
  const env = { ...process.env, LAPWING_DATA: dataDir, LAPWING_PORT: '0', LAPWING_CONSOLE_DIR: dataDir }
  const child = spawn(process.execPath, ['server/main.ts'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const line of createInterface({ input: child.stdout })) {
    const { msg, origin } = JSON.parse(line) as { msg: string; origin: string }
    if (msg === 'listening') {
      child.stdout.resume()
      return { process: child, origin }
    }
  }
  throw new Error('the server did not start')
}

const gone = (child: ChildProcess): Promise<unknown> => new Promise((resolve) => child.once('exit', resolve))

/** Sends what is not kept yet, as a device's outbox does, until the server dies or all is kept; answers how far it is known kept. */
async function sendUntilGone(
  origin: string,
  device: FakeDevice,
  all: readonly unknown[],
  known: number,
): Promise<number> {
  const socket = await connectDevice(origin, device, { epoch: 'outbox' })
  let kept = Math.max(known, (await socket.welcome()).keptThrough)
  while (kept < all.length) {
    socket.send({ type: 'events', epoch: 'outbox', events: all.slice(kept, kept + 3) })
    const frame = await Promise.race([socket.next('kept'), socket.closed])
    if (typeof frame === 'number') return kept
    kept = frame.through
  }
  socket.socket.terminate()
  return kept
}

test('a server killed with -9 again and again loses nothing it acknowledged and keeps nothing twice', async () => {
  const dataDir = await dataFolder()
  await makeSchool(dataDir)
  const bodies = Array.from({ length: total }, (_, index) => makeFlag(1, Date.now(), `flag-${index + 1}`))
  const all = bodies.map((body, index) => ({ seq: index + 1, at: Date.now(), body }))
  let device: FakeDevice | null = null
  let kept = 0
  for (let round = 0; round <= kills; round++) {
    const child = await startChild(dataDir)
    device ??= await enrolDevice(child.origin, 'ada@pupils.test')
    const exit = gone(child.process)
    // A different moment each time: between arrival, commit and acknowledgement.
    const last = round === kills
    if (!last) setTimeout(() => child.process.kill('SIGKILL'), 60 + round * 37)
    const before = kept
    try {
      kept = await sendUntilGone(
        child.origin,
        device,
        last ? all : all.slice(0, Math.ceil((total * (round + 1)) / kills)),
        kept,
      )
    } catch {
      // Killed before it was let in: nothing was said, so nothing is known.
    }
    expect(kept).toBeGreaterThanOrEqual(before)
    if (last) child.process.kill('SIGTERM')
    await exit
  }
  expect(kept).toBe(total)
  await inSchool(dataDir, async (db) => {
    const stored = await db
      .select({ seq: events.seq })
      .from(events)
      .where(eq(events.epoch, 'outbox'))
      .orderBy(asc(events.seq))
    expect(stored.map(({ seq }) => seq)).toEqual(all.map(({ seq }) => seq))
    const raised = await db.select({ id: flags.id }).from(flags)
    expect(new Set(raised.map(({ id }) => id)).size).toBe(total)
    expect(raised).toHaveLength(total)
  })
  await rm(dataDir, { recursive: true, force: true })
}, 120_000)

test('a server that is told to stop ends within ten seconds, with nothing left in the write-ahead log', async () => {
  const dataDir = await dataFolder()
  await makeSchool(dataDir)
  const child = await startChild(dataDir)
  const device = await connectDevice(child.origin, await enrolDevice(child.origin, null))
  await device.welcome()
  const startedAt = performance.now()
  const exit = gone(child.process)
  child.process.kill('SIGTERM')
  expect(await exit).toBe(0)
  expect(performance.now() - startedAt).toBeLessThan(10_000)
  const [wal] = await Promise.allSettled([stat(`${schoolFile(dataDir, 'made')}-wal`)])
  expect(wal?.status === 'fulfilled' ? wal.value.size : 0).toBe(0)
  expect(await device.next('refused')).toMatchObject({ reason: 'try-later' })
  await rm(dataDir, { recursive: true, force: true })
}, 60_000)
