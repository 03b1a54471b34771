import type { TextContext, TextModel } from '#shared/classify/text/reading.ts'
import { verdictOfSearch } from '#shared/classify/text/searched-words.ts'
import { verdictOfText } from '#shared/classify/text/text-verdict.ts'
import { openBundle } from '#shared/classify/url/bundle-reader.ts'
import { urlClassifier } from '#shared/classify/url/classify.ts'
import { starterBundle } from '#shared/classify/url/starter/starter-bundle.ts'
import { pupilBands } from '#shared/domain/audience.ts'
import type { Decision } from '#shared/domain/decision.ts'
import { baselinePolicy } from '#shared/policy/baseline.ts'
import { compilePolicy } from '#shared/policy/compile.ts'
import { decide } from '#shared/policy/decide.ts'
import { makeMoment } from '#test/support/moments.ts'

const policies = pupilBands.map((band) => compilePolicy(baselinePolicy, band, 1))
const starter = openBundle(starterBundle())
if (!starter.ok) throw new Error(starter.error)
/** What the packaged lists know of an address. */
export const classify = urlClassifier([starter.value])
const causes = { page: 'visit', query: 'search', typed: 'typed' } as const

/** What the baseline policy makes of words in a lesson's time, for each band of pupils. A page on which somebody looks for help stays open, as in the extension. */
export function outcomes(model: TextModel, text: string, context: TextContext): readonly Decision[] {
  const reading = model.read(text, context)
  const read = context === 'page' && reading.seeksHelp ? { ...reading, findings: [] } : reading
  const verdict = verdictOfText(read, { text, context }, model)
  return policies.map((policy) => decide(verdict, policy, makeMoment({ cause: causes[context] })))
}

/** The same of words that are searched for, as the whole product has it: with the phrases of the packaged list. */
export function searchOutcomes(model: TextModel, words: string): readonly Decision[] {
  const verdict = verdictOfSearch(words, model.read(words, 'query'), model, classify)
  return policies.map((policy) => decide(verdict, policy, makeMoment({ cause: 'search' })))
}

/** True when at least one band of pupils could not go on. */
export const isShut = (decisions: readonly Decision[]): boolean =>
  decisions.some(({ action }) => action === 'block')

/** True when at least one band of pupils is shown help. */
export const isMetWithHelp = (decisions: readonly Decision[]): boolean =>
  decisions.some(({ reason }) => reason === 'help')

/** True when a category makes at least one band pause; a pause that shows help is none of these. */
export const isPaused = (decisions: readonly Decision[]): boolean =>
  decisions.some(({ action, reason }) => action === 'coach' && reason !== 'help')
