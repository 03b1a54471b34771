import { searchQueryOf } from '#shared/classify/url/search-query.ts'
import type { Activity, ActivityStatus } from '#shared/domain/activity.ts'
import { readAddress } from '#shared/domain/address.ts'
import { traitsOf } from '#shared/domain/category.ts'
import { metSeverity } from '#shared/domain/severity.ts'
import { isOwnWords } from '#shared/domain/verdict.ts'
import type { SchoolClock } from './clock.ts'
import { type Judging, readyInTime } from './judging.ts'
import type { Kept } from './kept.ts'
import type { Cancel, Judgement, Tab, Tabs, Timers } from './ports.ts'
import { siteOf } from './reporting.ts'
import { shortTitle } from './shortening.ts'

/** At most four looks a second, however fast a pupil changes tabs. */
const leastBetweenMs = 250

export interface Watching {
  /** Something about the active tab, the lock or the lesson may be different now. */
  readonly look: () => void
  /** What the teacher's tile shows now; null when nobody watches. */
  activity(): Activity | null
  /** A new connection: say it again although nothing changed. */
  again(): void
}

/** Live activity, taken from the active tab only while a lesson watches. Nothing of it is kept. */
export function createWatching(deps: {
  kept: Kept
  clock: SchoolClock
  timers: Timers
  tabs: Pick<Tabs, 'active' | 'blockedAddress'>
  judging: Judging
  idle: () => Promise<boolean>
  tell: (activity: Activity) => void
}): Watching {
  const { kept, clock, timers, tabs, judging, idle, tell } = deps
  let last: Activity | null = null
  let waiting: Cancel | null = null
  let lookedAt = Number.NEGATIVE_INFINITY

  const isWatched = (): boolean => (kept.get('lesson')?.endsAt ?? 0) > clock.now()

  async function take(): Promise<void> {
    if (!isWatched()) {
      last = null
      return
    }
    const [tab, isIdle] = await Promise.all([tabs.active(), idle()])
    if (tab !== null) await readyInTime(judging, timers, tabs.blockedAddress(tab) ?? tab.url)
    const now = describe(tab, isIdle)
    if (!isWatched() || (last !== null && isSame(last, now))) return
    last = { ...now, since: clock.now() }
    tell(last)
  }

  function describe(tab: Tab | null, isIdle: boolean): Omit<Activity, 'since'> {
    if ((kept.get('lock')?.expiresAt ?? 0) > clock.now()) return nothing('locked')
    if (tab === null || isIdle) return nothing('idle')
    const blocked = tabs.blockedAddress(tab)
    const url = blocked ?? tab.url
    const judgement = judging.judge(url, null)
    if (isPrivate(judgement)) return nothing('private')
    const { decision } = judgement
    const category = decision.category ?? decision.categories[0] ?? null
    const site = siteOf(url)
    if (blocked !== null)
      return { status: decision.action === 'coach' ? 'paused' : 'blocked', site, title: null, category }
    return {
      status: 'on-page',
      site: site === '' ? null : site,
      title: site === '' || isSearch(url) ? null : shortTitle(tab.title),
      category,
    }
  }

  function look(): void {
    if (waiting !== null) return
    const delay = Math.max(0, lookedAt + leastBetweenMs - clock.now())
    waiting = timers.after(delay, () => {
      waiting = null
      lookedAt = clock.now()
      // A tab that closed while it was looked at: the next look sees what is there.
      void take().catch(() => undefined)
    })
  }

  return {
    look,
    activity: () => (isWatched() ? last : null),
    again() {
      last = null
      look()
    },
  }
}

/** The title of a search's results is what the pupil typed, and typed words stay on the device. */
function isSearch(url: string): boolean {
  const address = readAddress(url)
  return address !== null && searchQueryOf(address) !== null
}

const nothing = (status: ActivityStatus): Omit<Activity, 'since'> => ({
  status,
  site: null,
  title: null,
  category: null,
})

/** Flags from here on are the safeguarding team's alone: of these a teacher learns neither the place nor what it is about. */
const safeguardingOnly = 3

/** Help-seeking and identity never reach a tile, nor does what the safeguarding team is told and teachers are not. */
const isPrivate = ({ verdict, decision }: Judgement): boolean =>
  verdict.seeksHelp ||
  decision.reason === 'help' ||
  decision.reason === 'support' ||
  decision.categories.some((id) => traitsOf(id).private === true) ||
  verdict.evidence.some(({ source, category }) => {
    const { flag } = traitsOf(category)
    return (isOwnWords(source) ? flag : metSeverity(flag)) >= safeguardingOnly
  })

const isSame = (one: Omit<Activity, 'since'>, other: Omit<Activity, 'since'>): boolean =>
  one.status === other.status &&
  one.site === other.site &&
  one.title === other.title &&
  one.category === other.category
