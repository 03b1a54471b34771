import type { TextFinding, TextModel } from '#shared/classify/text/reading.ts'
import { causeOfText, verdictOfText } from '#shared/classify/text/text-verdict.ts'
import type { Band } from '#shared/domain/audience.ts'
import type { CategoryId } from '#shared/domain/category.ts'
import type { Decision } from '#shared/domain/decision.ts'
import type { Period } from '#shared/domain/period.ts'
import { flagIn } from '#shared/domain/policy.ts'
import { metSeverity, type Severity } from '#shared/domain/severity.ts'
import { type Span, TextContext } from '#shared/domain/text-context.ts'
import { baselinePolicy } from '#shared/policy/baseline.ts'
import { compilePolicy } from '#shared/policy/compile.ts'
import { decide } from '#shared/policy/decide.ts'
import { supposedMoment, supposedSchedule } from '#shared/policy/supposed.ts'
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

/** The same model and the same `decide` as on a device whose school has the baseline policy, for some bands in a period. */
export function createTextExplainer(
  model: TextModel,
  { bands, period }: { bands: readonly Band[]; period: Period },
): (asked: AskedText) => ExplainedText {
  const schedule = supposedSchedule(period)
  const policies = bands.map((band) => compilePolicy({ ...baselinePolicy, schedule }, band, 0))
  const severities = compilePolicy(baselinePolicy, 'y7-y9', 0)
  const now = Date.now()
  const moments = new Map(
    TextContext.options.map((context) => [context, supposedMoment(period, causeOfText(context), now)]),
  )

  const severityOf = (id: CategoryId, context: TextContext): 0 | Severity =>
    context === 'page' ? metSeverity(flagIn(severities, id)) : flagIn(severities, id)

  return ({ id, text, context }) => {
    const started = performance.now()
    const reading = model.read(text, context)
    const verdict = verdictOfText(reading, { text, context }, model)
    const moment = moments.get(context)
    const act = moment !== undefined && policies.some((policy) => acts(decide(verdict, policy, moment)))
    const micros = Math.round((performance.now() - started) * 10_000) / 10
    const { findings, near, distress, seeksHelp } = reading
    const categories = [
      ...findings.map((finding) => explained(finding, severityOf(finding.category, context))),
      ...(findings.length > 0 ? [] : near.map((finding) => explained(finding, 0))),
    ]
    return { id, categories, act, micros, distress, seeksHelp }
  }
}

const explained = (
  { category: id, score, spans, why }: TextFinding,
  severity: 0 | Severity,
): ExplainedCategory => ({ id, score, severity, spans, why })

const acts = ({ action, reason, flag }: Decision): boolean =>
  flag > 0 || (action !== 'allow' && reason !== 'help')
