import { parseArgs } from 'node:util'
import { err, ok, type Result } from '#shared/base/result.ts'
import { formatVersion, kinds } from '#shared/classify/url/bundle-format.ts'
import { baseDigestOf, digestOf, factsOf, signatureOf, targetOf } from '#shared/classify/url/bundle-head.ts'
import { signatureState } from '../../services/lists/signing-key.ts'
import { rulesByCategory } from './count.ts'
import { type CheckedFile, readBundleFile } from './list-file.ts'

export const inspectUsage = `lists inspect FILE [--json]
  Checks every byte of a bundle or delta and says what it is: who signed it, what it was built from, how many rules of which category.`

/** `lapwing lists inspect …`. */
export async function inspect(args: string[]): Promise<Result<string>> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  })
  const [path, ...rest] = positionals
  if (path === undefined || rest.length > 0) return err(inspectUsage)
  const read = await readBundleFile(path)
  if (!read.ok) return read
  const described = describe(read.value)
  if (!described.ok) return err(`${path}: ${described.error}`)
  return ok(values.json ? JSON.stringify({ file: path, ...described.value }) : inWords(path, described.value))
}

const hex = (bytes: Uint8Array | null): string | null =>
  bytes === null ? null : Buffer.from(bytes).toString('hex')

function describe({ file, head }: CheckedFile) {
  const facts = factsOf(head)
  if (!facts.ok) return facts
  const { shape } = head
  const rules = shape.hosts.entries + shape.paths.entries
  return ok({
    name: head.name,
    version: head.version,
    format: formatVersion,
    kind: shape.kind === kinds.delta ? ('delta' as const) : ('full' as const),
    builtAt: new Date(facts.value.builtAt).toISOString(),
    bytes: file.byteLength,
    headBytes: head.at.end,
    pages: head.pageStarts.length - 1,
    hosts: shape.hosts.entries,
    paths: shape.paths.entries,
    phrases: shape.phrases.entries,
    removed: shape.removed,
    bytesPerRule: rules === 0 ? null : Math.round((file.byteLength / rules) * 100) / 100,
    digest: hex(digestOf(head)),
    base: hex(baseDigestOf(head)),
    target: hex(targetOf(head)),
    signature: signatureState(head),
    signedBy: hex(signatureOf(head)?.publicKey ?? null),
    categories: rulesByCategory({ file, head }),
    sources: facts.value.sources,
  })
}

type Described = Extract<ReturnType<typeof describe>, { ok: true }>['value']

function inWords(path: string, told: Described): string {
  const count = (number: number): string => number.toLocaleString('en-GB')
  const rows = Object.entries(told.categories).map(
    ([id, number]) => `  ${id.padEnd(20)}${count(number).padStart(11)}`,
  )
  const signature = told.signedBy === null ? 'not signed' : `signed by ${told.signedBy}`
  return [
    `${path}: ${told.name} ${told.version}, ${told.kind}, built ${told.builtAt}, ${signature}`,
    `${count(told.hosts)} hosts, ${count(told.paths)} path rules, ${count(told.phrases)} phrases, ${count(told.removed)} removed, ` +
      `${count(told.bytes)} bytes in ${count(told.pages)} pages and a head of ${count(told.headBytes)}`,
    ...rows,
    `${count(told.sources.length)} sources`,
  ].join('\n')
}
