import { searchIn } from '#shared/domain/policy.ts'
import { safely } from '#shared/policy/safe-search.ts'
import type { RefusalReason } from '#shared/protocol/version.ts'
import { createCore } from './core.ts'
import { createDeviceKey } from './device-key.ts'
import { createEnrolling } from './enrolling.ts'
import { createFollowingRules } from './following-rules.ts'
import { createGoverning } from './governing.ts'
import { createHearing } from './hearing.ts'
import { readyInTime } from './judging.ts'
import { createLink, type HelloFacts } from './link.ts'
import { createObeying } from './obeying.ts'
import type { Device, Ports } from './ports.ts'
import { refusalSentences } from './refusals.ts'
import { createReporting } from './reporting.ts'
import { createScreens } from './screens.ts'
import { createSweeping } from './sweeping.ts'
import { createWatching } from './watching.ts'

/** Where the device stands with its school. */
interface Standing {
  isStarted: boolean
  isOutboxOpen: boolean
  refusal: RefusalReason | null
}

/** Puts the device together over its ports: the browser's own, or the simulator's. */
export function createDevice(ports: Ports): Device {
  const { timers, tabs, screens } = ports
  const standing: Standing = { isStarted: false, isOutboxOpen: false, refusal: null }
  const core = createCore(ports, () => link.flush())
  const { clock, faults, kept, judging, noticing, outbox } = core
  const following = createFollowingRules({ ...ports, ...core, changed: () => screens.changed() })
  const key = createDeviceKey({ subtle: ports.subtle, kept })
  const sweep = createSweeping({ tabs, judging, timers, noticing })

  const changed = (): void => {
    const lesson = kept.get('lesson')
    screens.changed()
    screens.watched(lesson !== null && lesson.endsAt > clock.now() ? lesson.watchedBy : null)
    watching.look()
    if (standing.isStarted) void sweep()
  }
  const governed = (): void => {
    changed()
    following.follow()
  }
  const enrolled = (): void => {
    standing.refusal = null
    // A server that has moved is not where an open connection leads.
    link.renew()
    link.wake()
    screens.changed()
  }
  const refused = (reason: RefusalReason): void => {
    standing.refusal = reason
    const words = refusalSentences[reason]
    if (words !== undefined) faults.raise('link', words)
    if (reason === 'unknown-device') void enrolling.forget()
  }

  const leftSchool = async (): Promise<void> => {
    link.stop()
    standing.refusal = null
    faults.clear('link')
    await outbox.empty()
    await kept.forgetSchool()
    judging.forgetLists()
    core.reader.forget()
    governed()
  }

  const enrolling = createEnrolling({ ...ports, ...core, key, enrolled, leftSchool })
  const governing = createGoverning({
    ...ports,
    ...core,
    changed: governed,
    ticketRefused: () => link.renew(),
  })
  const tell = (activity: Parameters<Parameters<typeof createWatching>[0]['tell']>[0]): void =>
    link.tell({ type: 'activity', activity })
  const watching = createWatching({ ...ports, ...core, tell })
  const obeying = createObeying({ ...ports, ...core, changed })
  const reporting = createReporting({ ...ports, ...core })
  const hearing = createHearing({
    core,
    governing,
    obeying,
    watching,
    screensChanged: () => screens.changed(),
  })
  const link = createLink({
    ...ports,
    key,
    outbox,
    hello: () => helloFacts(ports, core, standing),
    told: (frame) => {
      if (frame.type === 'welcome') standing.refusal = null
      hearing(frame)
    },
    refused,
    stateChanged: () => screens.changed(),
  })
  const handlers = createScreens({
    core,
    reporting,
    watching,
    timers,
    tabs,
    documents: ports.documents,
    pictures: ports.pictures,
    screens,
    newId: ports.newId,
    isOnline: () => link.isWelcome(),
    isRefused: () => standing.refusal !== null && refusalSentences[standing.refusal] !== undefined,
    isStarted: () => standing.isStarted,
    rules: following.coverage,
  })

  const configure = async (): Promise<void> => enrolling.configured(await ports.managed.read())
  const tick = (): void => {
    if (!standing.isStarted) return
    obeying.expire()
    enrolling.wake()
    link.wake()
    watching.look()
  }

  return {
    async start() {
      ports.managed.changed(() => void configure())
      // Asked for at once: it does not depend on what is remembered.
      const packaged = ports.packagedLists()
      // Judging says what went wrong when it takes them; until then nobody listens, and that is no fault.
      packaged.catch(() => undefined)
      await kept.load()
      await judging.start(() => packaged)
      standing.isStarted = true
      governed()
      // The outbox has raised a fault; a device that cannot store must filter all the same.
      await outbox.open().catch(() => undefined)
      standing.isOutboxOpen = true
      await configure()
      tick()
    },
    judge: noticing.judge,
    safely: (url) => safely(url, searchIn(judging.policy())),
    isReady: (url) => judging.ready(url) === null,
    readyInTime: (url) => readyInTime(judging, timers, url),
    handlers,
    tick,
    look: watching.look,
    sweep,
    stop() {
      standing.isOutboxOpen = false
      link.stop()
    },
  }
}

function helloFacts(
  ports: Ports,
  { kept, clock }: ReturnType<typeof createCore>,
  standing: Standing,
): HelloFacts | null {
  const place = kept.get('enrolment')
  if (place === null || !standing.isOutboxOpen || standing.refusal === 'revoked-device') return null
  return {
    ...place,
    policyHash: kept.get('policy')?.hash ?? null,
    listsHash: kept.get('lists')?.hash ?? null,
    agentVersion: ports.agentVersion,
    // What events are dated by: the school corrects them by how wrong this is, and what is corrected here it must not correct again.
    deviceTime: clock.now(),
  }
}
