import type { TextModel } from '#shared/classify/text/reading.ts'
import { searchedWords, withSearchedWords } from '#shared/classify/text/searched-words.ts'
import { inAddressBar } from '#shared/classify/url/address-bar.ts'
import type { ListBundle } from '#shared/classify/url/bundle-reader.ts'
import { urlClassifier } from '#shared/classify/url/classify.ts'
import { verdictOfUnseen } from '#shared/classify/url/unseen-documents.ts'
import { bandOfYear, type Year } from '#shared/domain/audience.ts'
import type { Decision } from '#shared/domain/decision.ts'
import type { Period } from '#shared/domain/period.ts'
import { baselinePolicy } from '#shared/policy/baseline.ts'
import { compilePolicy } from '#shared/policy/compile.ts'
import { decide } from '#shared/policy/decide.ts'
import { supposedMoment, supposedSchedule } from '#shared/policy/supposed.ts'

/** What would happen to an address. */
export interface Explained extends Pick<
  Decision,
  'categories' | 'action' | 'reason' | 'category' | 'flag' | 'trace'
> {
  /** As it was asked. */
  readonly url: string
  /** Normalised; empty when the address leads to no host. */
  readonly host: string
  /** What judging and deciding took, in microseconds, to one decimal place. */
  readonly micros: number
}

/** The same lists, model and `decide` as on a device whose school has the baseline policy, for a year group in a period. */
export function createExplainer(
  { bundles, model }: { bundles: readonly ListBundle[]; model: TextModel },
  { year, period }: { year: Year; period: Period },
): (url: string) => Explained {
  const classify = urlClassifier(bundles)
  const policy = compilePolicy({ ...baselinePolicy, schedule: supposedSchedule(period) }, bandOfYear(year), 0)
  const moment = supposedMoment(period, 'visit', Date.now())
  return (url) => {
    const started = performance.now()
    const address = inAddressBar(url)
    const listed = verdictOfUnseen(address) ?? classify(address)
    const words = searchedWords(listed)
    const verdict =
      words === null ? listed : withSearchedWords(listed, words, model.read(words, 'query'), model)
    const { action, reason, category, categories, flag, trace } = decide(verdict, policy, moment)
    const micros = Math.round((performance.now() - started) * 10_000) / 10
    return { url, host: verdict.host, categories, action, reason, category, flag, trace, micros }
  }
}
