import { devices } from '#server/db/schema/device.ts'
import { flags } from '#server/db/schema/flag.ts'
import { pupils } from '#server/db/schema/pupil.ts'
import { staff } from '#server/db/schema/staff.ts'
import type { Db } from '#server/db/transaction.ts'

/** A member of staff, a pupil and the pupil's device: `s1`, `p1`, `d1`. */
export async function seedPeople(db: Db): Promise<void> {
  await db
    .insert(staff)
    .values({ id: 's1', name: 'Ms Okafor', email: 'okafor@oakfield.example', createdAt: 1 })
  await db.insert(pupils).values({ id: 'p1', name: 'Amara', year: 8 })
  await db.insert(devices).values({
    id: 'd1',
    publicKey: {},
    keyThumbprint: 'k1',
    enrolledAt: 1,
    label: 'iPad 1',
    platform: 'chromeos',
    pupilId: 'p1',
  })
}

/** A new flag raised by `d1`. */
export async function seedFlag(db: Db, id: string): Promise<void> {
  await db.insert(flags).values({
    id,
    deviceId: 'd1',
    pupilId: 'p1',
    at: 1,
    receivedAt: 2,
    category: 'self-harm',
    severity: 4,
    cause: 'search',
    url: 'https://search.example/',
    trace: [],
    decision: {},
  })
}
