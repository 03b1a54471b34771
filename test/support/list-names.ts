import { createHash } from 'node:crypto'
import { writeNames } from '#shared/classify/url/names-file.ts'
import { namesOf } from '#shared/classify/url/names-of.ts'
import { bundleFile, type Rules, ruleTable } from './list-bundles.ts'

/** A bundle and the names file of the same build: the bundle's facts name the file. Nothing in it is popular. */
export function bundleWithNames(rules: Rules, version = '1') {
  const table = namesOf(ruleTable(rules), new Map(), 100_000)
  const names = writeNames(table)
  const hash = createHash('sha256').update(names).digest('hex')
  const fact = { hash, bytes: names.byteLength, hosts: table.hosts.length }
  const facts = { builtAt: 1_795_305_600_000, sources: [], names: fact }
  return { bundle: bundleFile(rules, { version, facts }), names, hash }
}
