import * as v from 'valibot'
import { Id, Text } from '../base/fields.ts'
import { Band, Year } from './audience.ts'

/** An adult a pupil may choose to tell: their form tutor, head of year, the DSL, or another member of staff. */
export const TrustedAdult = v.strictObject({ id: Id, name: Text(120), role: Text(80) })
export type TrustedAdult = v.InferOutput<typeof TrustedAdult>

/** Who uses a device, as the device knows them. Null parts mean a shared or guest device. */
export const DeviceUser = v.strictObject({
  pupilId: v.nullable(Id),
  /** Given name, for "Hello Amara". */
  name: v.nullable(Text(80)),
  year: v.nullable(Year),
  band: Band,
  adults: v.pipe(v.array(TrustedAdult), v.maxLength(60)),
})
export type DeviceUser = v.InferOutput<typeof DeviceUser>
