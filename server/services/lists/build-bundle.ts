import { firstWrongHost } from '#shared/classify/url/bundle-check.ts'
import type { NamesFact } from '#shared/classify/url/bundle-format.ts'
import { readHead } from '#shared/classify/url/bundle-head.ts'
import { openBundle } from '#shared/classify/url/bundle-reader.ts'
import { writeBundle } from '#shared/classify/url/bundle-writer.ts'
import type { CompiledLists } from './compile-lists.ts'

/** More unlucky seeds than chance explains: then the writer or the reader is wrong. */
const mostSeeds = 5

/**
 * Writes compiled lists as a bundle that says exactly what the rules say of every host that is known to be visited or to need protection:
 * where a collision of hashes meets one of them, with another seed. Not signed.
 */
export function buildBundle(
  { rules, report, known }: CompiledLists,
  { version, builtAt, names }: { version: string; builtAt: number; names?: NamesFact | undefined },
): ArrayBuffer {
  const sources = report.sources.map(({ name, taken }) => ({ name, rules: taken }))
  const input = {
    name: 'lists',
    version,
    facts: { builtAt, sources, ...(names && { names }) },
    rules,
    searchWords: {},
  }
  let seed = 0
  let wrong: string | null = null
  for (let time = 0; time < mostSeeds; time++) {
    const file = writeBundle({ ...input, seed })
    const [head, bundle] = [readHead(file, file.byteLength), openBundle(file)]
    if (!head.ok || !bundle.ok) throw new Error('a bundle that was just written does not open')
    wrong = firstWrongHost(bundle.value, rules, known)
    if (wrong === null) return file
    seed = head.value.shape.seed + 1
  }
  throw new Error(`the bundle says something else of ${wrong} than its rules`)
}
