import { resolve } from 'node:path'
import * as v from 'valibot'
import { parse } from '#shared/base/parse.ts'

const Port = v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number), v.maxValue(65_535))

const Variables = v.object({
  LAPWING_DATA: v.optional(v.string(), './data'),
  LAPWING_HOST: v.optional(v.string(), '127.0.0.1'),
  LAPWING_PORT: v.optional(Port, '8787'),
  LAPWING_PUBLIC_URL: v.optional(v.pipe(v.string(), v.url(), v.regex(/^https?:/))),
  LAPWING_CONSOLE_DIR: v.optional(v.string(), 'dist/console'),
})

/** What an operator sets before the server starts. Paths are absolute; `publicUrl` is the origin that people and devices type. */
export interface Settings {
  readonly dataDir: string
  readonly host: string
  /** 0 lets the system choose. */
  readonly port: number
  /** Null: `http://host:port` once the port is known. */
  readonly publicUrl: string | null
  readonly consoleDir: string
}

/** A variable that cannot be right; the message names it, for whoever set it. */
export class UnusableSetting extends Error {}

/** Reads the LAPWING_ variables. The only reader of the process environment; throws `UnusableSetting`. */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const read = parse(Variables, env)
  if (!read.ok) throw new UnusableSetting(read.error)
  const set = read.value
  return {
    dataDir: resolve(set.LAPWING_DATA),
    host: set.LAPWING_HOST,
    port: set.LAPWING_PORT,
    publicUrl: set.LAPWING_PUBLIC_URL === undefined ? null : new URL(set.LAPWING_PUBLIC_URL).origin,
    consoleDir: resolve(set.LAPWING_CONSOLE_DIR),
  }
}
