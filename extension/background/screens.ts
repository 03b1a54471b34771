import { readyInTime } from './judging.ts'
import { createPictures } from './pictures.ts'
import type { PageHandlers } from './ports.ts'
import { createReading } from './reading.ts'
import { siteOf } from './reporting.ts'
import { createSigns } from './signs.ts'
import { createStopping } from './stopping.ts'
import { createTyping } from './typing.ts'
import { createViews, type ScreensPorts } from './views.ts'

/** How long a pupil who went on after a pause page is not asked again about that site. */
export const goneOnForMs = 30 * 60_000

/** Answers the device's own screens, and the page gate. */
export function createScreens(ports: ScreensPorts): PageHandlers {
  const { core, reporting, watching, timers, tabs } = ports
  const { judging, kept, clock } = core
  const views = createViews(ports)
  const isStopped = createStopping({ core, timers, tabs })
  const looking = createSigns({ relays: core.relays, documents: ports.documents })
  const reading = createReading({ core, timers, isStopped })
  const typing = createTyping({ core, timers, documents: ports.documents })
  const pictures = createPictures({
    ...ports,
    newToken: ports.newId,
    lookAgain: isStopped,
    added: typing.addedPicture,
  })

  async function goOn(url: string): Promise<{ goTo: string }> {
    await readyInTime(judging, timers, url)
    const { decision } = judging.judge(url, null)
    const host = siteOf(url)
    if (decision.action === 'coach' && host !== '') {
      const others = kept
        .get('wentOn')
        .filter(({ site, expiresAt }) => site !== host && expiresAt > clock.now())
      const site = { site: host, expiresAt: clock.now() + goneOnForMs }
      await kept.set('wentOn', [...others, site].slice(-100))
    }
    return { goTo: url }
  }

  return {
    'page.opened': async (_, asker) => {
      await core.searchedWords.ready(judging.judge(asker.url, null).verdict)
      if (await isStopped(asker)) return { action: 'stop' }
      await pictures.watch(asker)
      return { action: 'allow' }
    },
    'page.text': reading,
    'page.typed': typing.wrote,
    'page.picture': pictures.look,
    'page.pictureWrong': (_, asker) => pictures.wrong(asker),
    'page.signs': async (request, asker) => {
      await readyInTime(judging, timers, asker.url)
      if (!(await looking(request, asker)) || !(await isStopped(asker))) return { action: 'allow' }
      ports.documents
        .forgetServiceWorkers(asker.url)
        .catch((error: unknown) => core.faults.raise('workers', `Service workers: ${String(error)}`))
      return { action: 'stop' }
    },
    'page.moved': async (_, asker) => {
      await isStopped(asker)
      watching.look()
      return null
    },
    'screen.describe': ({ url }) => views.describe(url),
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
    'popup.describe': () => views.popup(),
  }
}
