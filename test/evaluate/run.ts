import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { devCases, devPages } from '#server/training/held-out.ts'
import { readRows } from '#server/training/read-corpus.ts'
import { judgeCases, judgePages, named } from './cases.ts'
import { costs } from './costs.ts'
import { hateCheck } from './hate-check.ts'
import { identityRows } from './identity.ts'
import { inWords, type Share } from './interval.ts'
import { type Judge, lapwing, peers } from './judges.ts'

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data' },
    out: { type: 'string', default: 'docs/ACCURACY.md' },
  },
})
const folder = `${values.data}/text`
const judges = [lapwing(), ...peers()]
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')

const cases = devCases(folder)
const onCases = judges.map((judge) => judgeCases(cases, judge))
const heads = ['', ...judges.map(({ name }) => name)]
const kinds = [...new Set(cases.map(({ kind }) => kind))]
const own = onCases[0]
const sets = [
  ['queries', 'query', 'searches'],
  ['sms', 'typed', 'chat (ham)'],
  ['medquad', 'page', 'health answers'],
  ['openstax', 'page', 'textbook blocks'],
  ['wikitext2', 'page', 'encyclopedia'],
  ['bible_kjv', 'page', 'Bible chapters'],
  ['shakespeare', 'page', 'plays'],
  ['recipes', 'page', 'recipes'],
] as const

function actedOn(name: string, context: 'page' | 'query' | 'typed', { judge }: Judge): Share {
  const rows = readRows(folder, name, 'dev').filter(({ label }) => label !== 'spam')
  return { of: rows.length, hit: rows.filter(({ text }) => judge(text, context).length > 0).length }
}

const pages = devPages(folder)
const onPages = judges.map((judge) => judgePages(pages, judge))
const report = `# How often the text model is right, and wrong

Written by \`npm run evaluate -- --data DIR\`. All figures are of development sets: the test splits are kept back and were not looked at; HateCheck is for evaluation
only and was never trained with. In brackets: cases, and the range in which the true share lies with 95% certainty (Wilson). A share is of texts that would be blocked,
coached or flagged at the baseline policy for at least one band; for risk, for the category that the case is about. Thresholds were set with the help of these same
development sets, so expect a little less on new texts.

## Short cases

${table(heads, [
  ['macro-F1 over 12 categories', ...onCases.map(({ macroF1 }) => macroF1.toFixed(3))],
  ['hard benign cases acted on', ...onCases.map(({ hardBenign }) => inWords(hardBenign))],
  ...kinds.map((kind) => [
    kind,
    ...onCases.map((each) => inWords(each.kinds.get(kind) ?? { of: 0, hit: 0 })),
  ]),
])}

${table(
  ['category', 'precision', 'recall', 'F1'],
  named.map((name) => {
    const each = own?.perName.get(name)
    return [name, ...[each?.precision, each?.recall, each?.f1].map((figure) => (figure ?? 0).toFixed(2))]
  }),
)}

## Ordinary texts acted on

${table(
  heads,
  sets.map(([name, context, words]) => [
    words,
    ...judges.map((judge) => inWords(actedOn(name, context, judge))),
  ]),
)}

## Long pages

${table(heads, [
  ['innocent pages acted on', ...onPages.map(({ benign }) => inWords(benign))],
  ['one risky sentence found', ...onPages.map(({ inserted }) => inWords(inserted))],
])}

${hateCheck(folder, table)}

## Sentences that merely name a group, acted on

${table(heads, identityRows(judges))}

## Time

${table(['', 'load, ms', 'page of 20 kB, ms', 'search, µs'], costs(folder, judges))}

The TensorFlow toxicity model (@tensorflow-models/toxicity) fetches its weights from a hub when it starts, so it cannot be run without the network and is not in
these tables; it knows seven kinds of toxicity and neither self-harm nor grooming, drugs or gambling.
`
writeFileSync(values.out, report)
process.stdout.write(report)
