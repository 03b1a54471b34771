import * as v from 'valibot'
import { Id, Text } from '../base/fields.ts'

/**
 * What a school puts into the extension's managed configuration (Google Admin, Intune, MDM).
 * The enrolment token opens a place for a device and is treated as readable by pupils.
 */
export const ManagedConfiguration = v.object({
  serverUrl: v.pipe(Text(300), v.url(), v.regex(/^https?:\/\//)),
  schoolId: Id,
  enrolmentToken: Text(200),
  /** The pupil's school e-mail address or login, where the platform can fill it in. */
  pupilIdentity: v.optional(Text(200)),
})
export type ManagedConfiguration = v.InferOutput<typeof ManagedConfiguration>
