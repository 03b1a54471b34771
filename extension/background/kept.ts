import * as v from 'valibot'
import { Ed25519Hex, EpochMs, Id, Sha256Hex, Text } from '#shared/base/fields.ts'
import { parse } from '#shared/base/parse.ts'
import { CategoryId } from '#shared/domain/category.ts'
import { ClockStretch } from '#shared/domain/clock-stretch.ts'
import { LessonOnDevice } from '#shared/domain/lesson.ts'
import { CompiledPolicy } from '#shared/domain/policy.ts'
import { DeviceUser } from '#shared/domain/pupil.ts'
import { ReportReceipt } from '#shared/domain/report.ts'
import { RequestStatus } from '#shared/domain/request.ts'
import { Evidence } from '#shared/domain/verdict.ts'
import { ManagedConfiguration } from '#shared/protocol/managed.ts'
import type { Records } from './ports.ts'

const KeyPair = v.custom<CryptoKeyPair>(
  (value) => typeof value === 'object' && value !== null && 'privateKey' in value && 'publicKey' in value,
)
const until = { expiresAt: EpochMs }

/** A site the pupil asked for, and what became of it. */
export const AskedSite = v.strictObject({
  id: Id,
  site: Text(300),
  at: EpochMs,
  status: RequestStatus,
  reply: v.nullable(Text(300)),
})
export type AskedSite = v.InferOutput<typeof AskedSite>

const field = <S extends v.GenericSchema>(schema: S, start: v.InferOutput<S>) => ({ schema, start })

/** Everything a device remembers besides its outbox: one name, one schema and one beginning each. */
export const keptFields = {
  managed: field(v.nullable(ManagedConfiguration), null),
  key: field(v.nullable(KeyPair), null),
  enrolment: field(v.nullable(v.strictObject({ serverUrl: Text(300), schoolId: Id, deviceId: Id })), null),
  user: field(v.nullable(DeviceUser), null),
  policy: field(v.nullable(v.strictObject({ hash: Sha256Hex, policy: CompiledPolicy })), null),
  /** Which files of the list store are the school's lists: see lists.ts. */
  lists: field(
    v.nullable(v.strictObject({ hash: Sha256Hex, file: Sha256Hex, delta: v.nullable(Sha256Hex) })),
    null,
  ),
  /** The names file that belongs to them, where one is wanted: its hash, by which the list store has it. */
  names: field(v.nullable(Sha256Hex), null),
  /** Who signs them and the text model: an Ed25519 public key in lower-case hexadecimal, taken from the first welcome of this school. */
  listsKey: field(v.nullable(Ed25519Hex), null),
  /** The school's own text model: its hash, by which the list store has it. */
  model: field(v.nullable(Sha256Hex), null),
  lesson: field(v.nullable(LessonOnDevice), null),
  lock: field(v.nullable(v.strictObject({ message: v.nullable(Text(200)), ...until })), null),
  grants: field(v.array(v.strictObject({ site: Text(300), ...until })), []),
  obeyed: field(v.array(v.strictObject({ id: Id, ...until })), []),
  asked: field(v.array(AskedSite), []),
  receipts: field(v.array(ReportReceipt), []),
  tries: field(v.array(v.strictObject({ category: CategoryId, at: EpochMs })), []),
  raised: field(v.array(v.strictObject({ about: Text(400), at: EpochMs })), []),
  relays: field(v.array(v.strictObject({ site: Text(300), software: Text(60), ...until })), []),
  explicitPages: field(v.array(v.strictObject({ page: Text(300), found: Text(60), ...until })), []),
  /** What was read on pages: see found-words.ts. It never leaves the device by itself. */
  foundWords: field(v.array(v.strictObject({ page: Text(2048), evidence: v.array(Evidence), ...until })), []),
  wentOn: field(v.array(v.strictObject({ site: Text(253), ...until })), []),
  clocks: field(v.nullable(ClockStretch), null),
  clockOffsetMs: field(v.pipe(v.number(), v.integer()), 0),
} as const

type Fields = typeof keptFields
export type KeptName = keyof Fields
export type KeptValue<N extends KeptName> = v.InferOutput<Fields[N]['schema']>

/** What stays with the device when it goes to another school. */
const ofTheDevice = new Set<KeptName>(['managed', 'key', 'clockOffsetMs'])

/** What the device remembers, in memory for reading and on disk for the next start. */
export interface Kept {
  /** Reads everything. A value that breaks its schema falls back to its beginning and is told to `onFault`. */
  load(): Promise<void>
  get<N extends KeptName>(name: N): KeptValue<N>
  /** Seen by `get` at once; durable when the promise resolves. A failing disk is told to `onFault` and never stops the device. */
  set<N extends KeptName>(name: N, value: KeptValue<N>): Promise<void>
  /** Forgets everything but the device's own key and clock, and what the administrator has set. */
  forgetSchool(): Promise<void>
}

/** @param onFault told what went wrong, in words for staff */
export function createKept(records: Records, onFault: (words: string) => void): Kept {
  const values = new Map<KeptName, unknown>()
  const store = async (name: KeptName, value: unknown): Promise<void> => {
    values.set(name, value)
    await records
      .put(name, value)
      .catch((error: unknown) => onFault(`“${name}” could not be kept on this device: ${String(error)}`))
  }
  return {
    async load() {
      const stored = await records.all().catch((error: unknown) => {
        onFault(`What this device remembered could not be read: ${String(error)}`)
        return new Map<string, unknown>()
      })
      for (const name of Object.keys(keptFields) as KeptName[]) {
        if (!stored.has(name) || values.has(name)) continue
        const value = parse(keptFields[name].schema, stored.get(name))
        if (value.ok) values.set(name, value.value)
        else onFault(`“${name}” was damaged on this device and begins anew`)
      }
    },
    get: <N extends KeptName>(name: N) =>
      (values.has(name) ? values.get(name) : keptFields[name].start) as KeptValue<N>,
    set: store,
    async forgetSchool() {
      const names = (Object.keys(keptFields) as KeptName[]).filter((name) => !ofTheDevice.has(name))
      await Promise.all(names.map((name) => store(name, keptFields[name].start)))
    },
  }
}
