import * as v from 'valibot'

/** Epoch milliseconds, UTC: the one form in which Lapwing stores and sends a point in time. Bounds: 2000 to 2200. */
export const EpochMs = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(946_684_800_000),
  v.maxValue(7_258_118_400_000),
)
export type EpochMs = v.InferOutput<typeof EpochMs>

/** An identifier made by us: letters, digits, `_` and `-`, 1 to 64 of them. */
export const Id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/))
export type Id = v.InferOutput<typeof Id>

/** Text of at most `max` UTF-16 units. Every string that crosses a border has such a cap. */
export const Text = (max: number) => v.pipe(v.string(), v.maxLength(max))

/** Text that says something: 1 to `max` UTF-16 units, not only white space; trimmed. */
export const Words = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max))

/** A page's address as the browser had it, at most 2,048 units: longer ones are cut by the device before they are sent. */
export const PageUrl = Text(2048)

/** A page's title, at most 300 units. */
export const PageTitle = Text(300)

/** Lower-case hexadecimal Ed25519 public key (RFC 8032). */
export const Ed25519Hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

/** Lower-case hexadecimal SHA-256. */
export const Sha256Hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
