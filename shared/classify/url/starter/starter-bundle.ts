import { type CategoryId, categoryIds } from '../../../domain/category.ts'
import { writeBundle } from '../bundle-writer.ts'
import { starterSearchWords } from './search-words.ts'
import { starterHosts } from './starter-hosts.ts'
import { starterPaths } from './starter-paths.ts'

/** Raised whenever the packaged lists change: it stands in every trace. */
const starterVersion = '1'
/** 22 November 2026: the packaged lists carry the day they were written, so that the same lists are the same bytes. */
const writtenAt = 1_795_305_600_000

/** The packaged lists as one bundle: what protects a device before its school has said anything. */
export function starterBundle(): ArrayBuffer {
  const rules = new Map<string, Set<CategoryId>>()
  for (const id of categoryIds) {
    for (const rule of [...(starterHosts[id] ?? []), ...(starterPaths[id] ?? [])]) {
      rules.set(rule, (rules.get(rule) ?? new Set()).add(id))
    }
  }
  return writeBundle({
    rules,
    facts: {
      name: 'starter',
      version: starterVersion,
      builtAt: writtenAt,
      sources: [{ name: 'starter', hosts: rules.size }],
      searchWords: starterSearchWords,
    },
  })
}
