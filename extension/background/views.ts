import type { Decision } from '#shared/domain/decision.ts'
import type { RuleCoverage } from '#shared/policy/shut-hosts.ts'
import type { PopupView, ScreenView } from '#shared/protocol/page.ts'
import type { Core } from './core.ts'
import { readyInTime } from './judging.ts'
import type { Documents, Pictures, Screens, Tabs, Timers } from './ports.ts'
import type { Reporting } from './reporting.ts'
import { shortTitle, shortUrl } from './shortening.ts'
import type { Watching } from './watching.ts'

export interface ScreensPorts {
  readonly core: Core
  readonly reporting: Reporting
  readonly watching: Watching
  readonly timers: Timers
  readonly tabs: Tabs
  readonly documents: Documents
  readonly pictures: Pictures
  readonly screens: Screens
  readonly newId: () => string
  readonly isOnline: () => boolean
  readonly isRefused: () => boolean
  readonly isStarted: () => boolean
  /** How much the browser's own engine holds. */
  readonly rules: () => RuleCoverage | null
}

/** The subjects of faults that leave a check out: what it looks for is not found meanwhile. */
const checks = ['pictures', 'text-model']

/** What the block screen and the popup show. */
export interface Views {
  describe(url: string): Promise<ScreenView | { goTo: string }>
  popup(): Promise<PopupView>
}

export function createViews(ports: ScreensPorts): Views {
  const { core, watching, timers, tabs, isOnline, isRefused, isStarted } = ports
  const { judging, outbox, kept, clock, faults } = core

  function school() {
    const { schoolName, safeguardingContact } = judging.policy()
    const user = kept.get('user')
    return {
      schoolName,
      safeguardingContact,
      band: user?.band ?? judging.policy().band,
      adults: user?.adults ?? [],
    }
  }

  async function describe(url: string): Promise<ScreenView | { goTo: string }> {
    await readyInTime(judging, timers, url)
    const { verdict, decision } = judging.judge(url, null)
    if (decision.action === 'allow') return { goTo: url }
    const lock = kept.get('lock')
    // A page that is shut although it was once granted: the lesson it was granted for is over.
    const asked = kept
      .get('asked')
      .findLast(({ site, status }) => site === verdict.host && status !== 'granted')
    return {
      url,
      host: verdict.host.slice(0, 253),
      title: null,
      decision,
      ...school(),
      request:
        asked === undefined || decision.reason === 'lock'
          ? null
          : { status: asked.status, reply: asked.reply },
      online: isOnline(),
      lockMessage: decision.reason === 'lock' ? (lock?.message ?? null) : null,
      canAsk: verdict.host !== '' && canBeOpened(decision),
    }
  }

  const canBeOpened = (decision: Decision): boolean =>
    decision.action === 'block' &&
    ['category', 'scene', 'school-rule'].includes(decision.reason) &&
    !decision.categories.some((id) => judging.policy().neverOpened.includes(id))

  function state(): PopupView['state'] {
    if (!isStarted()) return 'starting'
    if (isRefused()) return 'refused'
    if (kept.get('enrolment') === null) return 'not-enrolled'
    if (!isOnline()) return 'offline'
    return checks.some((check) => faults.has(check)) ? 'partly' : 'protected'
  }

  async function popup(): Promise<PopupView> {
    const tab = await tabs.active()
    const url = tab === null ? '' : (tabs.blockedAddress(tab) ?? tab.url)
    const isPage = /^https?:/i.test(url)
    if (isPage) await readyInTime(judging, timers, url)
    const page = {
      url: shortUrl(url),
      title: shortTitle(tab?.title ?? null),
      category: isPage ? judging.judge(url, null).decision.category : null,
    }
    const lesson = kept.get('lesson')
    return {
      ...school(),
      name: kept.get('user')?.name ?? null,
      state: state(),
      watchedBy: lesson !== null && lesson.endsAt > clock.now() ? lesson.watchedBy : null,
      activity: watching.activity(),
      waitingToSend: await outbox.waiting().catch(() => 0),
      receipts: kept.get('receipts'),
      monitorsOutOfHours: judging.policy().monitorsOutOfHours,
      policyVersion: kept.get('policy')?.policy.version ?? null,
      listsVersion: judging.listsVersion(),
      rules: ports.rules(),
      faults: faults.list(),
      page: isPage ? page : null,
    }
  }

  return { describe, popup }
}
