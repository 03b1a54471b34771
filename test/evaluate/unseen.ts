import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { DevCase, type DevPage, devPages, parseLines } from '#server/training/held-out.ts'
import { randomFrom } from '#server/training/random.ts'
import type { TextContext } from '#shared/classify/text/reading.ts'
import { judgeCases, judgePages } from './cases.ts'
import { inWords, shareOf } from './interval.ts'
import type { Judge } from './judges.ts'
import { headRows, kindRow } from './own-sets.ts'
import { table } from './table.ts'

const Sentence = v.looseObject({
  text: v.string(),
  labels: v.array(v.string()),
  also_ok: v.nullish(v.array(v.string()), []),
})
const Line = v.looseObject({ text: v.string() })

const read = <S extends v.GenericSchema>(name: string, schema: S): v.InferOutput<S>[] =>
  parseLines(schema, readFileSync(join(import.meta.dirname, 'texts', `unseen-${name}.jsonl`), 'utf8'))

/** Our short cases that training has not seen. */
export const unseenCases = (): DevCase[] => read('cases', DevCase)

const seed = 20_417

/** Each of our unseen risky sentences put between two paragraphs of another innocent page of the data. The same pages for every judge and run. */
function pagesWithSentences(folder: string): DevPage[] {
  const innocent = devPages(folder).filter(({ kind }) => kind !== 'page_insert')
  const random = randomFrom(seed)
  return read('sentences', Sentence).map(({ text, labels, also_ok }) => {
    const page = innocent[Math.floor(random() * innocent.length)]?.text ?? ''
    const borders = [...page.matchAll(/[.!?]\s+/gu)].map(({ index, 0: end }) => index + end.length)
    const at = borders[Math.floor(random() * borders.length)] ?? 0
    const span: [number, number] = [at, at + text.length]
    return {
      text: `${page.slice(0, at)}${text} ${page.slice(at)}`,
      labels,
      also_ok,
      kind: 'page_insert',
      span,
    }
  })
}

/**
 * The chapter on texts of our own whose writer had not seen the training words, and which nobody who wrote those words has seen: what to expect of new texts.
 */
export function unseenChapter(folder: string, judges: readonly Judge[]): string {
  const cases = unseenCases()
  const figures = judges.map((judge) => judgeCases(cases, judge))
  const pages = pagesWithSentences(folder)
  const ordinary = (name: string, context: TextContext): string[] =>
    judges.map(({ judge }) =>
      inWords(shareOf(read(name, Line), ({ text }) => judge(text, context).length > 0)),
    )
  return `## Texts that training has not seen

Written for this evaluation alone, in the make of the development cases, by three writers who had not seen the words of the training, and seen by nobody who wrote those: ${cases.length} cases, ${pages.length} risky
sentences, each in a long innocent page, and ordinary chat and searches, many with words that trip filters. No threshold was set with them, and no word written for them; between a few settings of
the training their figures as a whole decided.

${table(
  ['', ...judges.map(({ name }) => name)],
  [
    ...headRows(figures),
    ...['risk', 'evasion', 'lang'].map((kind) => kindRow(kind, figures)),
    [
      'one risky sentence in a long page found',
      ...judges.map((judge) => inWords(judgePages(pages, judge).inserted)),
    ],
    ['ordinary chat acted on', ...ordinary('chat', 'typed')],
    ['ordinary searches acted on', ...ordinary('searches', 'query')],
  ],
)}`
}
