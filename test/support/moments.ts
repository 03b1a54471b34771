import { readAddress } from '#shared/domain/address.ts'
import type { CategoryId } from '#shared/domain/category.ts'
import { openScene } from '#shared/domain/scene.ts'
import type { Evidence, Verdict } from '#shared/domain/verdict.ts'
import type { Moment } from '#shared/policy/decide.ts'

/** Wednesday 18 November 2026, 10:30 in London: in the school day. */
export const schoolMorning = Date.UTC(2026, 10, 18, 10, 30)
/** The evening of the same day. */
export const evening = Date.UTC(2026, 10, 18, 20, 0)

/** A moment in which nothing special is going on. */
export const makeMoment = (over: Partial<Moment> = {}): Moment => ({
  at: schoolMorning,
  lesson: null,
  lock: null,
  grants: [],
  wentOn: [],
  cause: 'visit',
  ...over,
})

/** A verdict on `url` with one piece of list evidence per category. */
export function makeVerdict(
  url: string,
  categories: readonly CategoryId[],
  over: Partial<Verdict> = {},
): Verdict {
  const address = readAddress(url)
  const evidence = categories.map((category): Evidence => ({
    category,
    source: 'list',
    rule: address?.host ?? '',
    list: 'test 1',
  }))
  return {
    url,
    host: address?.host ?? '',
    path: address?.path ?? '',
    query: address?.query ?? '',
    evidence,
    seeksHelp: false,
    ...over,
  }
}

/** A moment of the baseline schedule that falls into a period, with an open lesson for `lesson`. */
export function momentIn(period: string): Pick<Moment, 'at' | 'lesson'> {
  const at = period === 'out-of-hours' ? evening : schoolMorning
  const lesson = {
    id: 'lesson-1',
    watchedBy: 'Ms Okafor, 8B Science',
    endsAt: at + 3_600_000,
    scene: openScene,
  }
  return { at, lesson: period === 'lesson' ? lesson : null }
}
