import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { err, ok, type Result } from '#shared/base/result.ts'
import { Year } from '#shared/domain/audience.ts'
import { Period } from '#shared/domain/period.ts'
import type { Command } from './command.ts'
import { createExplainer } from './explain/explainer.ts'
import { type Answer, asJson, asParagraph, type Form } from './explain/forms.ts'
import { type Bytes, type Line, linesOf } from './explain/lines.ts'
import { openBundles } from './explain/open-bundles.ts'
import { openInput } from './input-file.ts'
import { writeOut } from './standard-output.ts'

const usage = `explain [URL...] [--file FILE] [--bundle FILE]... [--year 0-13] [--period ${Period.options.join('|')}] [--json]
  Says what would happen to a page under the baseline policy, and why. Year 0 is EYFS; without --year it is Year 8, without --period the school day.
  --file FILE    the addresses, one a line, after those of the command line; - is standard input. A bare host is read as an address bar reads it.
  --bundle FILE  a school's list bundle, beside the packaged lists, which always count.
  --json         one JSON line per address, in order, empty lines too: {url, host, categories, action, reason, category, flag, trace, micros}.
                 A line over 2 MiB is not judged: it has action null, and error.`

/** `lapwing explain …`: the same classifier and the same `decide` as on a device. */
export const explain: Command = { usage, run }

/** Chromium goes to no longer address (`url::kMaxURLChars`), so a device never judges one. */
const longestLine = 2 * 1024 * 1024
/** Characters that are written at once. */
const enoughToWrite = 65_536

const YearOption = v.pipe(v.string(), v.regex(/^\d{1,2}$/), v.transform(Number), Year)

async function run(args: string[]): Promise<Result<string>> {
  const { values, positionals: urls } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      file: { type: 'string' },
      bundle: { type: 'string', multiple: true, default: [] },
      year: { type: 'string', default: '8' },
      period: { type: 'string', default: 'school-day' },
    },
  })
  if (urls.length === 0 && values.file === undefined) return err(usage)
  const year = v.safeParse(YearOption, values.year)
  if (!year.success) return err(`--year is a whole number from 0 (EYFS) to 13\n${usage}`)
  const period = v.safeParse(Period, values.period)
  if (!period.success) return err(`--period is one of ${Period.options.join(', ')}\n${usage}`)
  const bundles = await openBundles(values.bundle)
  if (!bundles.ok) return bundles
  const input = values.file === undefined ? ok([]) : await openInput(values.file)
  if (!input.ok) return input

  const explainOne = createExplainer(bundles.value, { year: year.output, period: period.output })
  await answerAll(
    linesFrom(urls, input.value),
    ({ text, isCut }) => (isCut ? { url: text, error: 'longer than any browser goes to' } : explainOne(text)),
    values.json ? asJson : asParagraph,
  )
  return ok('')
}

async function* linesFrom(urls: readonly string[], input: Bytes): AsyncGenerator<Iterable<Line>> {
  yield urls.map((text) => ({ text, isCut: false }))
  yield* linesOf(input, longestLine)
}

/** Answers are written when the lines that have come are all answered, or when there are many. Ends early when nobody reads them. */
async function answerAll(
  batches: AsyncIterable<Iterable<Line>>,
  answer: (line: Line) => Answer,
  form: Form,
): Promise<void> {
  for await (const lines of batches) {
    let text = ''
    for (const line of lines) {
      text += form(answer(line))
      if (text.length < enoughToWrite) continue
      if (!(await writeOut(text))) return
      text = ''
    }
    if (text !== '' && !(await writeOut(text))) return
  }
}
