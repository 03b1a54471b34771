import * as v from 'valibot'
import { beforeAll, expect, test } from 'vitest'
import { BREACHES, GROUND } from './breaches.ts'
import { runOnPlanted } from './planted-tree.ts'

const Cruise = v.object({
  summary: v.object({
    violations: v.array(v.object({ from: v.string(), rule: v.object({ name: v.string() }) })),
    ruleSetUsed: v.object({ forbidden: v.array(v.object({ name: v.string() })) }),
  }),
})

let found: Set<string>
let rules: string[]

beforeAll(async () => {
  const planted = Object.fromEntries(Object.values(BREACHES).map(([from, line]) => [from, `${line}\n`]))
  const rooms = ['shared', 'extension', 'server', 'console', 'test']
  const args = ['-c', 'test/boundaries.cjs', '-T', 'json', ...rooms]
  const { summary } = v.parse(
    Cruise,
    JSON.parse(await runOnPlanted({ ...GROUND, ...planted }, 'depcruise', args)),
  )
  found = new Set(summary.violations.map(({ rule, from }) => `${rule.name} in ${from}`))
  rules = summary.ruleSetUsed.forbidden.map(({ name }) => name)
})

test('each rule of the layout has a planted breach', () => {
  expect(Object.keys(BREACHES).toSorted()).toEqual(rules.toSorted())
})

test.each(Object.entries(BREACHES))('%s is noticed', (rule, [from]) => {
  expect(found).toContain(`${rule} in ${from}`)
})

test('what the layout allows is not reported', () => {
  const files = new Set(Object.values(BREACHES).map(([from]) => from))
  const others = [...found].filter((each) => !files.has(each.split(' in ')[1] ?? ''))
  expect(others).toEqual([])
})
