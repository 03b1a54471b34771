import { tablesOf } from '#shared/classify/url/bundle-delta.ts'
import { memberMask } from '#shared/classify/url/bundle-format.ts'
import type { CheckedFile } from './list-file.ts'

/** How many rules a file has of each category, hosts and paths together, the most frequent first. A rule of two categories counts in both. */
export function rulesByCategory({ file, head }: CheckedFile): Record<string, number> {
  const { at, halves, bytes, shape, categories } = head
  const uses = new Uint32Array(shape.sets)
  for (const { set } of tablesOf(file, head).slice(0, 2))
    for (const number of set) uses[number] = (uses[number] ?? 0) + 1
  for (let slot = 0; slot < shape.slots; slot++) {
    const set = (halves[at.headInfo / 2 + slot] ?? 0) - 1
    if (set > 0) uses[set] = (uses[set] ?? 0) + 1
  }
  const counts: Record<string, number> = {}
  for (const [set, times] of uses.entries()) {
    const start = at.members + (halves[at.setStarts / 2 + set] ?? 0)
    const end = at.members + (halves[at.setStarts / 2 + set + 1] ?? 0)
    for (const member of bytes.subarray(start + 1, end)) {
      const category = categories[member & memberMask] ?? 'unknown'
      counts[category] = (counts[category] ?? 0) + times
    }
  }
  return Object.fromEntries(Object.entries(counts).toSorted(([, one], [, other]) => other - one))
}
