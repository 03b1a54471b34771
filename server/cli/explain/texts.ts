import { ok, type Result } from '#shared/base/result.ts'
import { urlClassifier } from '#shared/classify/url/classify.ts'
import { type Band, bandOfYear, pupilBands, type Year } from '#shared/domain/audience.ts'
import type { Period } from '#shared/domain/period.ts'
import { openInput } from '../input-file.ts'
import { answerLines } from './answer-lines.ts'
import { readAskedText } from './asked-text.ts'
import { linesOf } from './lines.ts'
import { openBundles } from './open-bundles.ts'
import { openModel } from './open-model.ts'
import { createTextExplainer } from './text-explainer.ts'
import { textAsJson, textAsParagraph } from './text-forms.ts'

/** In bytes: more than the text of any page that a device reads. */
const longestLine = 4 * 1024 * 1024

/** `lapwing explain --text …`: every line of the file, in order. */
export async function explainTexts(asked: {
  readonly file: string
  /** Another model than the packaged one. */
  readonly model: string | undefined
  /** A school's list bundles, beside the packaged lists. */
  readonly bundles: readonly string[]
  readonly year: Year | undefined
  readonly period: Period
  readonly json: boolean
}): Promise<Result<string>> {
  const model = await openModel(asked.model)
  if (!model.ok) return model
  const bundles = await openBundles(asked.bundles)
  if (!bundles.ok) return bundles
  const input = await openInput(asked.file)
  if (!input.ok) return input
  const bands: readonly Band[] = asked.year === undefined ? pupilBands : [bandOfYear(asked.year)]
  const by = { model: model.value, classify: urlClassifier(bundles.value) }
  const explainOne = createTextExplainer(by, { bands, period: asked.period })
  await answerLines(
    linesOf(input.value, longestLine),
    (line) => {
      const text = readAskedText(line)
      return text.ok ? { asked: text.value, explained: explainOne(text.value) } : text.error
    },
    asked.json ? textAsJson : textAsParagraph,
  )
  return ok('')
}
