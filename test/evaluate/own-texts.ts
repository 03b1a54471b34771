import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { parse } from '#shared/base/parse.ts'

const folder = join(import.meta.dirname, 'texts')
const Line = v.pipe(v.string(), v.trim(), v.minLength(8), v.maxLength(1000))
const Asked = v.pipe(v.string(), v.regex(/^(query|typed): \S/u))

function linesOf(name: string, schema: v.GenericSchema<string, string>): string[] {
  return readFileSync(join(folder, `${name}.txt`), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const known = parse(schema, line)
      if (!known.ok) throw new Error(`${name}.txt, “${line}”: ${known.error}`)
      return known.value
    })
}

/** Our own paragraphs in the first person: of somebody in distress, and of somebody who is well. */
export const paragraphs = (name: 'distress' | 'well'): string[] => linesOf(name, Line)

/** What somebody says or looks up who seeks help, our own too. */
export function helpSeeking(): { readonly searches: string[]; readonly messages: string[] } {
  const all = linesOf('help-seeking', Asked)
  const some = (begin: string) =>
    all.filter((line) => line.startsWith(begin)).map((line) => line.slice(begin.length))
  return { searches: some('query: '), messages: some('typed: ') }
}
