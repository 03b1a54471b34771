import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import * as v from 'valibot'
import { parseJson } from '#shared/base/parse.ts'
import { type TextLabel, textLabels } from '#shared/classify/text/labels.ts'
import { TextContext } from '#shared/classify/text/reading.ts'
import type { Held } from './calibrate.ts'
import { readRows } from './read-corpus.ts'

const Labels = v.array(v.string())
/** A case of `dev.jsonl`. */
export const DevCase = v.looseObject({
  id: v.string(),
  text: v.string(),
  labels: Labels,
  kind: v.string(),
  context: TextContext,
  topic: Labels,
  expect: v.picklist(['act', 'allow']),
})
export type DevCase = v.InferOutput<typeof DevCase>

/** A page of `pages_dev.jsonl.gz`: an innocent one, or one with a risky sentence put in at `span`. */
export const DevPage = v.looseObject({
  text: v.string(),
  labels: Labels,
  kind: v.string(),
  also_ok: v.nullish(Labels, []),
  span: v.nullish(v.tuple([v.number(), v.number()])),
})
export type DevPage = v.InferOutput<typeof DevPage>

/** The rows of a text that has one as JSON on each line. Throws and names the line when one is none. */
export function parseLines<S extends v.GenericSchema>(schema: S, text: string): v.InferOutput<S>[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line, nth) => {
      const row = parseJson(schema, line)
      if (!row.ok) throw new Error(`line ${nth + 1}: ${row.error}`)
      return row.value
    })
}

/** The short cases that the project develops against. */
export const devCases = (folder: string): DevCase[] =>
  parseLines(DevCase, readFileSync(join(folder, 'dev.jsonl'), 'utf8'))

/** The long pages that it develops against. */
export const devPages = (folder: string): DevPage[] =>
  parseLines(DevPage, gunzipSync(readFileSync(join(folder, 'pages_dev.jsonl.gz'))).toString('utf8'))

/** The labels that answer a name of the data. */
export const answers: Readonly<Record<string, readonly TextLabel[]>> = {
  self_harm: ['self-harm'],
  sexual: ['pornography', 'sexual-content'],
  violence: ['violence', 'weapons'],
  eating_disorder: ['eating-disorders'],
}
export const answersTo = (name: string): readonly TextLabel[] => answers[name] ?? [name as TextLabel]

/** Cases that speak of help or look for it: innocent of harm, but they leave open how much of a call for help is in them. */
const kindsOfHelp = new Set([
  'support_query',
  'ed_support',
  'prevention_news',
  'antibullying',
  'online_safety',
])
const harms: readonly TextLabel[] = textLabels.filter((label) => label !== 'help' && label !== 'distress')

/** Texts that thresholds are set by: the dev sets, none of which training has seen. */
export function heldOut(folder: string): Held[] {
  const cases = devCases(folder).map(({ text, context, labels, kind }) => ({
    text,
    context,
    labels: labels.flatMap((name) => answersTo(name)),
    decides:
      labels.length === 0
        ? kindsOfHelp.has(kind)
          ? harms
          : undefined
        : labels.flatMap((name) => answersTo(name).slice(0, answersTo(name).length > 1 ? 0 : 1)),
  }))
  const innocent = (name: string, context: TextContext): Held[] =>
    readRows(folder, name, 'dev').map(({ text }) => ({ text, context, labels: [] }))
  return [
    ...cases,
    ...innocent('queries', 'query'),
    ...readRows(folder, 'sms', 'dev')
      .filter(({ label }) => label === 'ham')
      .map(({ text }): Held => ({ text, context: 'typed', labels: [] })),
    ...readRows(folder, 'convabuse', 'dev')
      .filter(({ label }) => label === 'not_abusive')
      // What people tell a chatbot may well be sad.
      .map(({ text }): Held => ({ text, context: 'typed', labels: [], decides: harms })),
    ...['medquad', 'openstax', 'wikitext2', 'bible_kjv', 'shakespeare', 'recipes'].flatMap((name) =>
      innocent(name, 'page'),
    ),
    ...devPages(folder)
      .filter(({ kind }) => kind !== 'page_insert')
      .map(({ text }): Held => ({ text, context: 'page', labels: [] })),
  ]
}
