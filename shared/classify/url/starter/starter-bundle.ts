import { categoryIds } from '../../../domain/category.ts'
import { writeBundle } from '../bundle-writer.ts'
import { RuleTable } from '../rule-table.ts'
import { starterSearchWords } from './search-words.ts'
import { starterHosts } from './starter-hosts.ts'
import { starterPaths } from './starter-paths.ts'

/** Raised whenever the packaged lists change: it stands in every trace. */
const starterVersion = '2'
/** 22 November 2026: the packaged lists carry the day they were written, so that the same lists are the same bytes. */
const writtenAt = 1_795_305_600_000

/** The packaged lists as one bundle: what protects a device before its school has said anything. The browser checks the package's signature. */
export function starterBundle(): ArrayBuffer {
  const rules = new RuleTable()
  for (const id of categoryIds) {
    for (const rule of [...(starterHosts[id] ?? []), ...(starterPaths[id] ?? [])]) rules.add(rule, id)
  }
  const sources = [{ name: 'starter', rules: rules.hosts.size + rules.paths.size }]
  return writeBundle({
    name: 'starter',
    version: starterVersion,
    facts: { builtAt: writtenAt, sources },
    rules,
    searchWords: starterSearchWords,
  })
}
