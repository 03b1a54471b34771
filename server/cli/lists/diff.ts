import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { err, ok, type Result } from '#shared/base/result.ts'
import { writeDelta } from '#shared/classify/url/bundle-delta.ts'
import { rulesByCategory } from './count.ts'
import { readBundleFile } from './list-file.ts'

export const diffUsage = `lists diff A B [--out FILE] [--json]
  Says what changes between two bundles and how small the delta is that leads from A to B; --out writes it (not signed).`

/** `lapwing lists diff …`. */
export async function diff(args: string[]): Promise<Result<string>> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { out: { type: 'string' }, json: { type: 'boolean', default: false } },
  })
  const [from, to, ...rest] = positionals
  if (from === undefined || to === undefined || rest.length > 0) return err(diffUsage)
  const [before, after] = [await readBundleFile(from), await readBundleFile(to)]
  if (!before.ok) return before
  if (!after.ok) return after
  const delta = writeDelta(before.value.file, after.value.file)
  if (!delta.ok) return err(`${from} and ${to}: ${delta.error}`)
  if (values.out !== undefined) await writeFile(values.out, new Uint8Array(delta.value.file))
  const { added, removed, file } = delta.value
  const changes = added + removed
  const facts = {
    from: `${before.value.head.name} ${before.value.head.version}`,
    to: `${after.value.head.name} ${after.value.head.version}`,
    added,
    removed,
    bytes: file.byteLength,
    bytesPerChange: changes === 0 ? null : Math.round((file.byteLength / changes) * 100) / 100,
    wholeBytes: after.value.file.byteLength,
    categories: difference(rulesByCategory(before.value), rulesByCategory(after.value)),
  }
  if (values.json) return ok(JSON.stringify(facts))
  const rows = Object.entries(facts.categories).map(
    ([id, [one, other]]) =>
      `  ${id.padEnd(20)}${one.toLocaleString('en-GB').padStart(11)} -> ${other.toLocaleString('en-GB')}`,
  )
  return ok(
    [
      `${facts.from} -> ${facts.to}: ${added.toLocaleString('en-GB')} rules new or changed, ${removed.toLocaleString('en-GB')} gone or changed`,
      `delta ${file.byteLength.toLocaleString('en-GB')} bytes (${facts.bytesPerChange ?? 0} a change) instead of ${facts.wholeBytes.toLocaleString('en-GB')}`,
      ...rows,
    ].join('\n'),
  )
}

/** Categories whose number of rules differs, with both numbers. */
function difference(
  before: Readonly<Record<string, number>>,
  after: Readonly<Record<string, number>>,
): Record<string, readonly [number, number]> {
  const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted()
  return Object.fromEntries(
    ids
      .map((id) => [id, [before[id] ?? 0, after[id] ?? 0]] as const)
      .filter(([, [one, other]]) => one !== other),
  )
}
