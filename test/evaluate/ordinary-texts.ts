import { readRows } from '#server/training/read-corpus.ts'
import type { TextContext } from '#shared/classify/text/reading.ts'
import { inWords, type Share, shareOf } from './interval.ts'
import type { Judge } from './judges.ts'
import { table } from './table.ts'

const sets = [
  ['queries', 'query', 'searches'],
  ['sms', 'typed', 'chat (ham)'],
  ['medquad', 'page', 'health answers'],
  ['openstax', 'page', 'textbook blocks'],
  ['wikitext2', 'page', 'encyclopedia'],
  ['bible_kjv', 'page', 'Bible chapters'],
  ['shakespeare', 'page', 'plays'],
  ['recipes', 'page', 'recipes'],
] as const satisfies readonly (readonly [name: string, context: TextContext, words: string])[]

/** How many texts of an ordinary set a judge acts on. Spam is none. */
export function wronglyActedOn(folder: string, name: (typeof sets)[number][0], { judge }: Judge): Share {
  const context = sets.find((set) => set[0] === name)?.[1] ?? 'page'
  return shareOf(
    readRows(folder, name, 'dev').filter(({ label }) => label !== 'spam'),
    ({ text }) => judge(text, context).length > 0,
  )
}

/** The chapter on ordinary texts. */
export const ordinaryTexts = (folder: string, judges: readonly Judge[]): string => `## Ordinary texts acted on

${table(
  ['', ...judges.map(({ name }) => name)],
  sets.map(([name, , words]) => [
    words,
    ...judges.map((judge) => inWords(wronglyActedOn(folder, name, judge))),
  ]),
)}`
