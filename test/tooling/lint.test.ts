import * as v from 'valibot'
import { beforeAll, expect, test } from 'vitest'
import { runOnPlanted } from './planted-tree.ts'

const Report = v.object({ diagnostics: v.array(v.object({ code: v.string(), filename: v.string() })) })

// Spelt in two halves, or this very file would break the rule.
const unfinished = ['TO', 'DO'].join('')

/** A file that breaks one rule, and the rule that must say so. */
const BREACHES: [path: string, source: string, rule: string][] = [
  ['shared/domain/clock.ts', 'export const now = () => Date.now()', 'no-restricted-properties'],
  ['shared/domain/chance.ts', 'export const roll = () => Math.random()', 'no-restricted-properties'],
  ['shared/domain/net.ts', "export const ask = () => fetch('/')", 'no-restricted-globals'],
  ['extension/background/clock.ts', 'export const now = () => Date.now()', 'no-restricted-properties'],
  [
    'extension/background/timer.ts',
    'export const later = () => setTimeout(() => {}, 1)',
    'no-restricted-globals',
  ],
  [
    'extension/background/api.ts',
    "import { runtime } from 'webextension-polyfill'\nexport const r = runtime",
    'no-restricted-imports',
  ],
  ['server/services/chance.ts', 'export const roll = () => Math.random()', 'no-restricted-properties'],
  ['server/services/net.ts', "export const ask = () => fetch('/')", 'no-restricted-globals'],
  ['server/http/setting.ts', "export const port = process.env['PORT']", 'no-process-env'],
  ['server/http/said.ts', "export const say = () => console.log('x')", 'no-console'],
  ['console/flags/any.ts', 'export const wide = (x: any) => x', 'no-explicit-any'],
  ['console/flags/sure.ts', 'export const sure = (x: string | null) => x!', 'no-non-null-assertion'],
  ['console/flags/default.ts', 'export default 1', 'no-default-export'],
  ['console/flags/bare.ts', "export { x } from './sure'", 'no-restricted-imports'],
  ['console/flags/CamelCase.ts', 'export const x = 1', 'filename-case'],
  ['console/flags/small.vue', '<script setup lang="ts">\nconst x = 1\n</script>', 'filename-case'],
  ['console/flags/long.ts', `export const x = 1\n${'// line\n'.repeat(301)}`, 'max-lines'],
  ['console/flags/later.ts', `// ${unfinished} later\nexport const x = 1`, 'no-warning-comments'],
]

/** Files in the few places where the same words are allowed. */
const ALLOWED: Record<string, string> = {
  'extension/platform/browser.ts': "export { default as browser } from 'webextension-polyfill'\n",
  'server/env.ts': "export const port = process.env['PORT']\n",
  'server/main.ts': "console.log('listening')\n",
  'server/live/clock.ts': 'export const now = () => Date.now()\n',
}

let found: string[]

beforeAll(async () => {
  const planted = Object.fromEntries(BREACHES.map(([path, source]) => [path, `${source}\n`]))
  const said = await runOnPlanted({ ...planted, ...ALLOWED }, 'oxlint', [
    '-c',
    '.oxlintrc.json',
    '-f',
    'json',
    '.',
  ])
  const { diagnostics } = v.parse(Report, JSON.parse(said))
  found = diagnostics.map(({ code, filename }) => `${code.replace(/^.*\((.*)\)$/, '$1')} in ${filename}`)
})

test.each(BREACHES)('%s breaks a rule', (path, _source, rule) => {
  expect(found).toContain(`${rule} in ${path}`)
})

test.each(Object.keys(ALLOWED))('%s may', (path) => {
  expect(found.filter((each) => each.endsWith(` in ${path}`))).toEqual([])
})
