import type { TextFinding, TextModel } from '#shared/classify/text/reading.ts'
import { verdictOfSearch } from '#shared/classify/text/searched-words.ts'
import { causeOfText, verdictOfText } from '#shared/classify/text/text-verdict.ts'
import type { UrlClassifier } from '#shared/classify/url/classify.ts'
import type { Band } from '#shared/domain/audience.ts'
import type { CategoryId } from '#shared/domain/category.ts'
import type { Decision } from '#shared/domain/decision.ts'
import type { Period } from '#shared/domain/period.ts'
import { type CompiledPolicy, flagIn } from '#shared/domain/policy.ts'
import { metSeverity, type Severity } from '#shared/domain/severity.ts'
import type { Span, TextContext } from '#shared/domain/text-context.ts'
import { isOwnWords, type Verdict } from '#shared/domain/verdict.ts'
import { baselinePolicy } from '#shared/policy/baseline.ts'
import { compilePolicy } from '#shared/policy/compile.ts'
import { decide } from '#shared/policy/decide.ts'
import { supposedMoment, supposedSchedule } from '#shared/policy/supposed.ts'
import { ofTypedWords } from '#shared/policy/typed-words.ts'
import type { AskedText } from './asked-text.ts'

/** One thing that a text is about, with what the baseline policy thinks of it. */
interface ExplainedCategory {
  readonly id: CategoryId
  readonly score: number
  /** Of the flag for words in this context; 0 when the score does not reach half. */
  readonly severity: 0 | Severity
  readonly spans: readonly Span[]
  readonly why: string
}

/** What would happen about a text. */
export interface ExplainedText {
  readonly id: AskedText['id']
  readonly categories: readonly ExplainedCategory[]
  /** It would block, pause or flag, for one of the bands asked about. Showing help to who looks for it is none of these. */
  readonly act: boolean
  /** What reading and deciding took, in microseconds, to one decimal place. */
  readonly micros: number
  readonly distress: number
  readonly seeksHelp: boolean
}

/**
 * The same lists, model and `decide` as on a device whose school has the baseline policy, for some bands in a period. `classify` says what the lists know of
 * an address: phrases of theirs count in a search.
 */
export function createTextExplainer(
  { model, classify }: { model: TextModel; classify: UrlClassifier },
  { bands, period }: { bands: readonly Band[]; period: Period },
): (asked: AskedText) => ExplainedText {
  const schedule = supposedSchedule(period)
  const policies = bands.map((band) => compilePolicy({ ...baselinePolicy, schedule }, band, 0))
  const severities = compilePolicy(baselinePolicy, 'y7-y9', 0)
  const now = Date.now()
  const momentIn = (context: TextContext) => supposedMoment(period, causeOfText(context), now)
  const moments = { page: momentIn('page'), query: momentIn('query'), typed: momentIn('typed') }

  const severityOf = (id: CategoryId, context: TextContext): 0 | Severity =>
    context === 'page' ? metSeverity(flagIn(severities, id)) : flagIn(severities, id)

  return ({ id, text, context }) => {
    const started = performance.now()
    const reading = model.read(text, context)
    const verdict =
      context === 'query'
        ? verdictOfSearch(text, reading, model, classify)
        : verdictOfText(reading, { text, context }, model)
    const moment = moments[context]
    const decided = (policy: CompiledPolicy): Decision => {
      const decision = decide(verdict, policy, moment)
      return context === 'typed' ? ofTypedWords(decision, policy) : decision
    }
    const act = policies.some((policy) => acts(decided(policy)))
    const micros = Math.round((performance.now() - started) * 10_000) / 10
    const { near, distress } = reading
    const findings = [...reading.findings, ...listedIn(text, verdict, reading.findings)]
    const categories = [
      ...findings.map((finding) => explained(finding, severityOf(finding.category, context))),
      ...(findings.length > 0 ? [] : near.map((finding) => explained(finding, 0))),
    ]
    return { id, categories, act, micros, distress, seeksHelp: verdict.seeksHelp }
  }
}

/** What only the phrases of lists know of the words, in the form of a finding. A listed phrase is sure. */
function listedIn(text: string, verdict: Verdict, found: readonly TextFinding[]): TextFinding[] {
  const read = new Set(found.map(({ category }) => category))
  return verdict.evidence
    .filter(({ category, source }) => isOwnWords(source) && !read.has(category))
    .map(({ category, rule, list }) => ({
      category,
      score: 1,
      spans: [spanOfPhrase(text, rule)],
      why: `Searched for: “${rule}” (${list})`,
    }))
}

/** Where the words of a folded phrase stand in `text`; the whole of it where folding has changed them. */
function spanOfPhrase(text: string, phrase: string): Span {
  const found = new RegExp(phrase.split(' ').join(String.raw`[^\p{L}\p{N}]+`), 'iu').exec(text)
  return found === null
    ? { start: 0, end: text.length }
    : { start: found.index, end: found.index + found[0].length }
}

const explained = (
  { category: id, score, spans, why }: TextFinding,
  severity: 0 | Severity,
): ExplainedCategory => ({ id, score, severity, spans, why })

const acts = ({ action, reason, flag }: Decision): boolean =>
  flag > 0 || (action !== 'allow' && reason !== 'help')
