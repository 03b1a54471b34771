import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import * as v from 'valibot'
import { parseJson } from '#shared/base/parse.ts'
import { createFold } from '#shared/classify/text/fold/tokens.ts'
import { noVocabulary } from '#shared/classify/text/fold/vocabulary.ts'
import { corpora, type Corpus, type CorpusRow } from './corpora.ts'
import type { Example } from './examples.ts'
import { shuffled } from './random.ts'

const Row = v.looseObject({
  text: v.string(),
  label: v.optional(v.string(), ''),
  cats: v.optional(v.array(v.string()), []),
})

/** The rows of `<folder>/<name>/<split>.jsonl.gz`. Throws when the file is missing or a row is none. */
export function readRows(folder: string, name: string, split: string): CorpusRow[] {
  const path = join(folder, name, `${split}.jsonl.gz`)
  const lines = gunzipSync(readFileSync(path)).toString('utf8').split('\n')
  return lines
    .filter((line) => line !== '')
    .map((line, nth) => {
      const row = parseJson(Row, line)
      if (!row.ok) throw new Error(`${path}:${nth + 1}: ${row.error}`)
      return row.value
    })
}

/** The training examples of a corpus: at most as many as it says, chosen by chance. */
export function examplesOf(corpus: Corpus, folder: string, random: () => number): Example[] {
  const rows = readRows(folder, corpus.name, 'train')
  const found = rows.flatMap((row): Example[] => {
    const labels = corpus.labelsOf(row)
    if (labels === undefined) return []
    return cut(row.text, corpus.cut).map((text) => ({
      text,
      context: corpus.context,
      labels,
      decides: corpus.decides,
      weight: corpus.weight,
      isOwn: false,
      origin: corpus.name,
    }))
  })
  return shuffled(found, random).slice(0, corpus.most)
}

/** Every text of the corpora that are innocent through and through. */
export const ordinaryTexts = (folder: string): string[] => {
  const names = new Set(corpora.filter(({ decides }) => decides === undefined).map(({ name }) => name))
  return [...names].flatMap((name) => readRows(folder, name, 'train').map(({ text }) => text))
}

const fold = createFold(noVocabulary)
const shortestSentence = 4
const longestSentence = 60

function cut(text: string, how: Corpus['cut']): string[] {
  if (how === 'rows') return [text]
  if (how === 'questions') return /^[^.?\n]{8,100}\?/u.exec(text)?.slice(0, 1) ?? []
  const { sentences, starts, ends } = fold(text, false)
  return sentences.flatMap((from, nth) => {
    const to = sentences[nth + 1] ?? from
    return to - from < shortestSentence || to - from > longestSentence
      ? []
      : [text.slice(starts[from], ends[to - 1])]
  })
}
