import type { ListBundle } from '#shared/classify/url/bundle-reader.ts'
import { urlClassifier } from '#shared/classify/url/classify.ts'
import { verdictOfUnseen } from '#shared/classify/url/unseen-documents.ts'
import { bandOfYear, type Year } from '#shared/domain/audience.ts'
import type { Decision } from '#shared/domain/decision.ts'
import type { Period } from '#shared/domain/period.ts'
import type { Schedule } from '#shared/domain/policy.ts'
import { openScene } from '#shared/domain/scene.ts'
import { baselinePolicy } from '#shared/policy/baseline.ts'
import { compilePolicy } from '#shared/policy/compile.ts'
import { decide, type Moment } from '#shared/policy/decide.ts'

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

/** A host with a dot and no scheme, as people write it. */
const bareHost = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+\.?(?::\d+)?(?:[/?#]|$)/u

/** The same classifier and the same `decide` as on a device whose school has the baseline policy, for a year group in a period. */
export function createExplainer(
  bundles: readonly ListBundle[],
  { year, period }: { year: Year; period: Period },
): (url: string) => Explained {
  const classify = urlClassifier(bundles)
  const policy = compilePolicy({ ...baselinePolicy, schedule: scheduleFor(period) }, bandOfYear(year), 0)
  const moment = momentIn(period)
  return (url) => {
    const started = performance.now()
    const address = inAddressBar(url)
    const verdict = verdictOfUnseen(address) ?? classify(address)
    const { action, reason, category, categories, flag, trace } = decide(verdict, policy, moment)
    const micros = Math.round((performance.now() - started) * 10_000) / 10
    return { url, host: verdict.host, categories, action, reason, category, flag, trace, micros }
  }
}

/** An address bar drops white space at the ends and goes to a bare host; without this `gambling.example` would pass as no address at all. */
function inAddressBar(url: string): string {
  const typed = url.trim()
  return bareHost.test(typed) ? `https://${typed}` : typed
}

/** A schedule in which any moment falls into the period asked for. */
function scheduleFor(period: Period): Schedule {
  const everyDay = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, startsMinute: 0, endsMinute: 1440 }))
  return { timeZone: 'UTC', days: period === 'school-day' ? everyDay : [] }
}

function momentIn(period: Period): Moment {
  const at = Date.now()
  const lesson = { id: 'explained', watchedBy: 'nobody', endsAt: at + 3_600_000, scene: openScene }
  return {
    at,
    lesson: period === 'lesson' ? lesson : null,
    lock: null,
    grants: [],
    wentOn: [],
    cause: 'visit',
  }
}
