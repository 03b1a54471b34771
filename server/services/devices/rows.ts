import { and, desc, inArray, type SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import * as v from 'valibot'
import { DeviceNotice } from '#shared/domain/device-event.ts'
import type { DeviceRow } from '#shared/protocol/console-api.ts'
import { devices } from '../../db/schema/device.ts'
import { events } from '../../db/schema/event.ts'
import type { Reader } from '../../db/transaction.ts'
import { pupilRefs } from '../pupils/ref.ts'

const noticesEach = 5
const Noticed = v.object({ notice: DeviceNotice })

type Notice = DeviceRow['notices'][number]

async function noticesOf(db: Reader, ids: readonly string[]): Promise<Map<string, Notice[]>> {
  const rows = await db
    .select({ deviceId: events.deviceId, at: events.receivedAt, kind: events.kind, body: events.body })
    .from(events)
    .where(and(inArray(events.deviceId, [...ids]), inArray(events.kind, ['device.noticed', 'malformed'])))
    .orderBy(desc(events.receivedAt))
    .limit(2000)
  const notices = new Map<string, Notice[]>()
  for (const { deviceId, at, kind, body } of rows) {
    const list = notices.get(deviceId) ?? []
    notices.set(deviceId, list)
    const noticed = v.safeParse(Noticed, body)
    if (list.length >= noticesEach) continue
    if (noticed.success) list.push({ at, ...noticed.output.notice })
    else if (kind === 'malformed')
      list.push({
        at,
        code: 'event-malformed',
        detail: 'An event from this device made no sense and was set aside.',
      })
  }
  return notices
}

/** Devices as ICT sees them. Whether one is connected is the gateway's to add. */
export async function deviceRows(db: Reader, where: SQL = sql`true`): Promise<DeviceRow[]> {
  const found = await db.select().from(devices).where(where).orderBy(devices.label).limit(5000)
  const refs = await pupilRefs(
    db,
    found.map((device) => device.pupilId),
  )
  const notices = await noticesOf(
    db,
    found.map((device) => device.id),
  )
  return found.map(({ id, label, platform, pupilId, enrolledAt, lastSeenAt, revokedAt, agentVersion }) => ({
    id,
    label,
    platform,
    pupil: refs.get(pupilId ?? '') ?? null,
    enrolledAt,
    lastSeenAt,
    connected: false,
    revokedAt,
    agentVersion,
    notices: notices.get(id) ?? [],
  }))
}
