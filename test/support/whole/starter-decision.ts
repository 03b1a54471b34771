import { openBundle } from '#shared/classify/url/bundle-reader.ts'
import { classifyUrl } from '#shared/classify/url/classify.ts'
import { starterBundle } from '#shared/classify/url/starter/starter-bundle.ts'
import { bandOfYear } from '#shared/domain/audience.ts'
import type { Decision } from '#shared/domain/decision.ts'
import type { Period } from '#shared/domain/period.ts'
import { openScene } from '#shared/domain/scene.ts'
import { compilePolicy } from '#shared/policy/compile.ts'
import { decide } from '#shared/policy/decide.ts'
import { schoolPolicy } from './school.ts'

const starter = openBundle(starterBundle())

/** What shared code alone decides about an address by the packaged lists and the tests' policy. */
export function starterDecision(url: string, year: number, period: Period): Decision {
  if (!starter.ok) throw new Error(starter.error)
  const at = Date.UTC(2026, 10, 23, 11)
  const lesson = { id: 'asked', watchedBy: 'nobody', endsAt: at + 3_600_000, scene: openScene }
  const days = period === 'out-of-hours' ? [] : schoolPolicy.schedule.days
  const policy = compilePolicy(
    { ...schoolPolicy, schedule: { ...schoolPolicy.schedule, days } },
    bandOfYear(year),
    1,
  )
  return decide(classifyUrl(url, [starter.value]), policy, {
    at,
    lesson: period === 'lesson' ? lesson : null,
    lock: null,
    grants: [],
    wentOn: [],
    cause: null,
  })
}
