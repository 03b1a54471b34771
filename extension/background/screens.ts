import type { Decision } from '#shared/domain/decision.ts'
import type { PopupView, ScreenView } from '#shared/protocol/page.ts'
import type { SchoolClock } from './clock.ts'
import type { Faults } from './faults.ts'
import { type Judging, readyInTime } from './judging.ts'
import type { Kept } from './kept.ts'
import type { Noticing } from './noticing.ts'
import type { Outbox } from './outbox.ts'
import type { Asker, PageHandlers, Tabs, Timers } from './ports.ts'
import type { Reporting } from './reporting.ts'
import { shortTitle, shortUrl } from './shortening.ts'
import type { Watching } from './watching.ts'

/** How long a pupil who went on after a pause page is not asked again about that site. */
export const goneOnForMs = 30 * 60_000

/** Answers the device's own screens, and the page gate. */
export function createScreens(deps: {
  judging: Judging
  noticing: Noticing
  reporting: Reporting
  watching: Watching
  outbox: Outbox
  kept: Kept
  clock: SchoolClock
  timers: Timers
  tabs: Tabs
  faults: Faults
  isOnline: () => boolean
  isRefused: () => boolean
  isStarted: () => boolean
}): PageHandlers {
  const {
    judging,
    noticing,
    reporting,
    watching,
    outbox,
    kept,
    clock,
    timers,
    tabs,
    faults,
    isOnline,
    isRefused,
    isStarted,
  } = deps

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
    await readyInTime(judging, timers)
    const { verdict, decision } = judging.judge(url, null)
    if (decision.action === 'allow') return { goTo: url }
    const lock = kept.get('lock')
    const asked = kept.get('asked').findLast(({ site }) => site === verdict.host)
    return {
      url,
      host: verdict.host.slice(0, 253),
      title: null,
      decision,
      ...school(),
      request: asked === undefined ? null : { status: asked.status, reply: asked.reply },
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
    return isOnline() ? 'protected' : 'offline'
  }

  async function popup(): Promise<PopupView> {
    const tab = await tabs.active()
    const url = tab === null ? '' : (tabs.blockedAddress(tab) ?? tab.url)
    const isPage = /^https?:/i.test(url)
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
      faults: faults.list(),
      page: isPage ? page : null,
    }
  }

  async function goOn(url: string): Promise<{ goTo: string }> {
    const { verdict, decision } = judging.judge(url, null)
    if (decision.action === 'coach' && verdict.host !== '') {
      const others = kept
        .get('wentOn')
        .filter(({ site, expiresAt }) => site !== verdict.host && expiresAt > clock.now())
      const site = { site: verdict.host.slice(0, 253), expiresAt: clock.now() + goneOnForMs }
      await kept.set('wentOn', [...others, site].slice(-100))
    }
    return { goTo: url }
  }

  async function isStopped({ url, isTop, tabId, title }: Asker): Promise<boolean> {
    await readyInTime(judging, timers)
    const subject = {
      url,
      kind: isTop ? 'page' : 'frame',
      tabId: tabId ?? -1,
      cause: isTop ? 'asked' : 'unasked',
    } as const
    const { decision } = noticing.judge(subject, title)
    if (decision.action === 'allow') return false
    if (isTop && tabId !== null) await tabs.block(tabId, url)
    return true
  }

  return {
    'page.opened': async (_, asker) => ({ action: (await isStopped(asker)) ? 'stop' : 'allow' }),
    'page.moved': async (_, asker) => {
      await isStopped(asker)
      watching.look()
      return null
    },
    'screen.describe': ({ url }) => describe(url),
    'screen.goBack': async (_, { tabId }) => {
      if (tabId !== null) await tabs.back(tabId)
      return null
    },
    'screen.goOn': ({ url }) => goOn(url),
    'report.file': async (request) => {
      const tab = await tabs.active()
      return reporting.report(request, tab !== null && tab.url === request.url ? tab.title : null)
    },
    'report.receipts': async () => kept.get('receipts'),
    'request.make': (request) => reporting.request(request),
    'popup.describe': popup,
  }
}
