import * as v from 'valibot'

const Minutes = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1440))
const Limits = v.object({ idleMinutes: Minutes, longestMinutes: Minutes })

/** What a school can set; the defaults follow the session lengths that the design names for each role. */
export const SchoolSettings = v.object({
  timeZone: v.optional(v.string(), 'Europe/London'),
  sessions: v.optional(
    v.object({
      teacher: v.optional(Limits, { idleMinutes: 30, longestMinutes: 600 }),
      /** DSL and ICT. */
      sensitive: v.optional(Limits, { idleMinutes: 15, longestMinutes: 480 }),
      others: v.optional(Limits, { idleMinutes: 20, longestMinutes: 480 }),
    }),
    {},
  ),
})
export type SchoolSettings = v.InferOutput<typeof SchoolSettings>
