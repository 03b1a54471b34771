import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { expect, it, onTestFinished } from 'vitest'
import { openSchool } from '#server/db/open.ts'
import { temporaryDataDir } from '#test/server/db/temporary-school.ts'

const server = fileURLToPath(new URL('committing-server.ts', import.meta.url))
const rounds = 20
const writers = 12

/** Runs the server until it is killed `killAfterMs` after it is ready, and adds to `acknowledged` the highest sequence told for each device. */
async function runAndKill(
  dataDir: string,
  killAfterMs: number,
  acknowledged: Map<string, number>,
): Promise<void> {
  const child = spawn(process.execPath, [server, dataDir, String(writers)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = once(child.stdout, 'end')
  let said = ''
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (text: Buffer) => {
      said += text.toString()
      if (said.startsWith('ready')) resolve()
    })
    child.once('exit', () => resolve())
  })
  await wait(killAfterMs)
  child.kill('SIGKILL')
  await ended
  for (const line of said.split('\n').slice(1, -1)) {
    const [deviceId = '', seq] = line.split(' ')
    acknowledged.set(deviceId, Math.max(acknowledged.get(deviceId) ?? 0, Number(seq)))
  }
}

it('loses nothing it acknowledged and keeps nothing twice, killed again and again in the middle of commits', async () => {
  const dataDir = await temporaryDataDir()
  const acknowledged = new Map<string, number>()
  let before = 0
  for (let round = 0; round < rounds; round += 1) {
    await runAndKill(dataDir, 20 + ((round * 37) % 160), acknowledged)
    const school = await openSchool({ dataDir, schoolId: 'oakfield' })
    const stored = await school.read((db) =>
      db.all<{ device: string; rows: number; top: number; cursor: number }>(
        sql`select device_id as device, count(*) as rows, max(e.seq) as top, c.seq as cursor
            from event e left join device_cursor c using (device_id, epoch) group by device_id`,
      ),
    )
    const whole = await school.read((db) =>
      db.all(sql`select count(*) as n from pragma_integrity_check where integrity_check = 'ok'`),
    )
    await school.close()
    expect(whole).toEqual([{ n: 1 }])
    for (const { device, rows, top, cursor } of stored) {
      // The key forbids two rows of one sequence; as many rows as the highest sequence means no gap either.
      expect({ device, rows, cursor }).toEqual({ device, rows: top, cursor: top })
      expect(top).toBeGreaterThanOrEqual(acknowledged.get(device) ?? 0)
    }
    for (const device of acknowledged.keys()) expect(stored.map((row) => row.device)).toContain(device)
    const total = [...acknowledged.values()].reduce((sum, seq) => sum + seq, 0)
    expect(total).toBeGreaterThanOrEqual(before)
    before = total
  }
  expect(before).toBeGreaterThan(rounds * writers)
})
