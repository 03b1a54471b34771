import { createGroupCommit } from '#server/db/group-commit.ts'
import { insertEvents } from '#server/db/insert-events.ts'
import { openSchool } from '#server/db/open.ts'
import { deviceCursors } from '#server/db/schema/device-cursor.ts'

/*
 * A server that stores what `writers` devices send, each on from its own cursor, until it is killed. Prints `device seq` for each
 * batch once it is on disk. Arguments: data folder, number of writers.
 */
const database = await openSchool({ dataDir: process.argv[2] ?? '', schoolId: 'oakfield' })
const { commit } = createGroupCommit(database)
const batch = 5

async function device(deviceId: string): Promise<void> {
  const cursors = await database.read((db) => db.select().from(deviceCursors))
  let seq = cursors.find((cursor) => cursor.deviceId === deviceId)?.seq ?? 0
  for (;;) {
    // As a device does that never heard of the last acknowledgement, the last batch is sent again.
    const from = Math.max(1, seq - batch + 1)
    const through = seq + batch
    await commit(async (db, execute) => {
      const seqs = Array.from({ length: through - from + 1 }, (_, index) => from + index)
      await insertEvents(
        execute,
        { deviceId, epoch: 'e1', receivedAt: 2, skewMs: 0, pupilId: null },
        seqs.map((each) => ({ seq: each, at: 1, kind: 'page.blocked', body: { deviceId, seq: each } })),
      )
      await db
        .insert(deviceCursors)
        .values({ deviceId, epoch: 'e1', seq: through })
        .onConflictDoUpdate({ target: [deviceCursors.deviceId, deviceCursors.epoch], set: { seq: through } })
    })
    seq = through
    process.stdout.write(`${deviceId} ${through}\n`)
  }
}

const writers = Number(process.argv[3])
await database.write((_, execute) =>
  execute(`insert into device (id, public_key, key_thumbprint, enrolled_at, label, platform)
    with recursive n (i) as (select 1 union all select i + 1 from n where i < ${writers})
    select 'd' || i, '{}', 'k' || i, 1, 'x', 'x' from n where true on conflict do nothing`),
)
process.stdout.write('ready\n')
await Promise.all(Array.from({ length: writers }, (_, index) => device(`d${index + 1}`)))
