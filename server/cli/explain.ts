import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { err, ok, type Result } from '#shared/base/result.ts'
import { Year } from '#shared/domain/audience.ts'
import { Period } from '#shared/domain/period.ts'
import type { Command } from './command.ts'
import { answerLines } from './explain/answer-lines.ts'
import { createExplainer } from './explain/explainer.ts'
import { asJson, asParagraph } from './explain/forms.ts'
import { type Bytes, type Line, linesOf } from './explain/lines.ts'
import { openBundles } from './explain/open-bundles.ts'
import { openModel } from './explain/open-model.ts'
import { explainTexts } from './explain/texts.ts'
import { openInput } from './input-file.ts'

const usage = `explain [URL...] [--file FILE] [--bundle FILE]... [--model FILE] [--year 0-13] [--period ${Period.options.join('|')}] [--json]
  Says what would happen to a page under the baseline policy, and why. Year 0 is EYFS; without --year it is Year 8, without --period the school day.
  --file FILE    the addresses, one a line, after those of the command line; - is standard input. A bare host is read as an address bar reads it.
  --bundle FILE  a school's list bundle, beside the packaged lists, which always count.
  --model FILE   another text model than the packaged one, which reads the words of searches.
  --json         one JSON line per address, in order, empty lines too: {url, host, categories, action, reason, category, flag, trace, micros}.
                 A line over 2 MiB is not judged: it has action null, and error.
explain --text --file FILE [--bundle FILE]... [--model FILE] [--year 0-13] [--period ${Period.options.join('|')}] [--json]
  The same for text. Each line of the file is JSON: {id, text, context}, its context page, query or typed; other fields are passed over.
  --bundle FILE  a school's list bundle: its phrases count in searches, as those of the packaged lists do.
  --year         without it, what would happen in any year.
  --json         one JSON line per line, in order: {id, categories, act, micros, distress, seeksHelp}. Each category is {id, score, severity, spans, why};
                 spans count in UTF-16 units. Half is the threshold of a score: when nothing reaches it, what came nearest stands there with severity 0.
                 act: it would block, pause or flag; showing help to somebody who looks for it is none of these.
                 A line that makes no sense, or is over 4 MiB, has act null, and error.`

/** `lapwing explain …`: the same classifiers and the same `decide` as on a device. */
export const explain: Command = { usage, run }

/** Chromium goes to no longer address (`url::kMaxURLChars`), so a device never judges one. */
const longestAddress = 2 * 1024 * 1024
const usualYear: Year = 8

const YearOption = v.pipe(v.string(), v.regex(/^\d{1,2}$/), v.transform(Number), Year)

async function run(args: string[]): Promise<Result<string>> {
  const { values, positionals: urls } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      text: { type: 'boolean', default: false },
      file: { type: 'string' },
      bundle: { type: 'string', multiple: true, default: [] },
      model: { type: 'string' },
      year: { type: 'string' },
      period: { type: 'string', default: 'school-day' },
    },
  })
  const { json, text, file, bundle, model } = values
  if (urls.length === 0 && file === undefined) return err(usage)
  const year = v.safeParse(v.optional(YearOption), values.year)
  if (!year.success) return err(`--year is a whole number from 0 (EYFS) to 13\n${usage}`)
  const period = v.safeParse(Period, values.period)
  if (!period.success) return err(`--period is one of ${Period.options.join(', ')}\n${usage}`)
  const when = { year: year.output, period: period.output }

  if (text) {
    if (file === undefined || urls.length > 0) return err(`--text reads its texts from --file\n${usage}`)
    return explainTexts({ ...when, file, model, bundles: bundle, json })
  }
  const opened = await openModel(model)
  if (!opened.ok) return opened
  const bundles = await openBundles(bundle)
  if (!bundles.ok) return bundles
  const input = file === undefined ? ok([]) : await openInput(file)
  if (!input.ok) return input
  const explainOne = createExplainer(
    { bundles: bundles.value, model: opened.value },
    { ...when, year: when.year ?? usualYear },
  )
  await answerLines(
    linesFrom(urls, input.value),
    ({ text: url, isCut }) => (isCut ? { url, error: 'longer than any browser goes to' } : explainOne(url)),
    json ? asJson : asParagraph,
  )
  return ok('')
}

async function* linesFrom(urls: readonly string[], input: Bytes): AsyncGenerator<Iterable<Line>> {
  yield urls.map((text) => ({ text, isCut: false }))
  yield* linesOf(input, longestAddress)
}
