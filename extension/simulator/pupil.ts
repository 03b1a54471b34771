import { createDevice } from '#extension/background/device.ts'
import type { Asker } from '#extension/background/ports.ts'
import type { ManagedConfiguration } from '#shared/protocol/managed.ts'
import type { PopupView } from '#shared/protocol/page.ts'
import { simulatorPorts } from './ports.ts'
import { distractions, lessonSites, type WorryingMoment } from './sites.ts'
import { createTabs } from './tabs.ts'

/** How often the device's watchdog looks, as the alarm of a browser does. */
const watchdogMs = 30_000
/** How likely a pupil is to try something that is not for the lesson. */
const distraction = 0.15

/** A pupil with the device's own code and no screen. */
export interface SimulatedPupil {
  start(): Promise<void>
  /** Goes to an ordinary page, and now and then to another one. */
  browse(): Promise<void>
  /** Goes to this page; answers what the browser shows in the end. */
  visit(url: string): Promise<string>
  moment(moment: WorryingMoment): Promise<void>
  view(): Promise<PopupView>
  stop(): void
}

/** @param random uniform in [0, 1) */
export function createPupil(managed: ManagedConfiguration, random: () => number): SimulatedPupil {
  const tabs = createTabs(() => device.look())
  const device = createDevice(simulatorPorts(managed, tabs))
  let watchdog: NodeJS.Timeout | undefined
  const screen: Asker = { tabId: 1, isTop: true, url: 'lapwing:blocked', title: null }

  async function visit(url: string): Promise<string> {
    await device.readyInTime(url)
    const { id } = tabs.current()
    const { decision } = device.judge({ url, kind: 'page', tabId: id, cause: 'asked' })
    await (decision.action === 'allow' ? tabs.show(url) : tabs.block(id, url))
    // A pause page is one of the things a pupil reads and goes on from.
    if (decision.action === 'coach' && random() < 0.5) {
      const { goTo } = await device.handlers['screen.goOn']({ url }, screen)
      if (
        device.judge({ url: goTo, kind: 'page', tabId: id, cause: 'judged-again' }).decision.action ===
        'allow'
      )
        await tabs.show(goTo)
    }
    return tabs.current().url
  }

  return {
    visit,
    async start() {
      await device.start()
      watchdog = setInterval(device.tick, watchdogMs)
    },
    async browse() {
      const sites = random() < distraction ? distractions : lessonSites
      const site = sites[Math.floor(random() * sites.length)]
      if (site !== undefined) await visit(site.url)
    },
    async moment(moment) {
      if (moment.kind !== 'report') await visit(moment.url)
      if (moment.kind === 'request')
        await device.handlers['request.make']({ url: moment.url, words: moment.words }, screen)
      if (moment.kind !== 'report') return
      if (moment.url !== null) await visit(moment.url)
      const { adults } = await device.handlers['popup.describe']({}, screen)
      const adult = adults[Math.floor(random() * adults.length)]?.id ?? 'safeguarding-team'
      await device.handlers['report.file'](
        { kind: moment.report, words: moment.words, adult, url: moment.url },
        screen,
      )
    },
    view: () => device.handlers['popup.describe']({}, screen),
    stop() {
      clearInterval(watchdog)
      device.stop()
    },
  }
}
