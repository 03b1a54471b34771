import type { DeviceEventBody } from '#shared/domain/device-event.ts'
import type { RefusalReason } from '#shared/protocol/version.ts'
import { createSchoolClock } from './clock.ts'
import { createDeviceKey } from './device-key.ts'
import { createEnrolling } from './enrolling.ts'
import { createFaults } from './faults.ts'
import { createGoverning } from './governing.ts'
import { createJudging, readyInTime } from './judging.ts'
import { createKept } from './kept.ts'
import { createLink, type Told } from './link.ts'
import { createNoticing } from './noticing.ts'
import { createObeying } from './obeying.ts'
import { createOutbox } from './outbox.ts'
import type { Device, Ports } from './ports.ts'
import { createReporting } from './reporting.ts'
import { createScreens } from './screens.ts'
import { createSweeping } from './sweeping.ts'
import { createWatching } from './watching.ts'

const sentences: Partial<Record<RefusalReason, string>> = {
  'device-too-old': 'This extension is older than the school’s server takes: it must be updated',
  'server-too-old': 'The school’s server is older than this extension: it must be updated',
  'revoked-device': 'The school has revoked this device',
  'unknown-school': 'The school’s server does not know this school id',
  'bad-proof': 'The school’s server did not accept this device’s key',
}

/** Puts the device together over its ports: the browser's own, or the simulator's. */
export function createDevice(ports: Ports): Device {
  const { now, random, newId, subtle, timers, network, tabs, screens } = ports
  let isStarted = false
  let isOutboxOpen = false
  let refusal: RefusalReason | null = null

  const faults = createFaults(() => screens.changed())
  const kept = createKept(ports.records, (words) => faults.raise('kept', words))
  const put = (body: DeviceEventBody): void => {
    // The outbox itself tells people when it cannot store.
    outbox.put(body).catch(() => undefined)
  }
  const notice = (detail: string): void =>
    put({ kind: 'device.noticed', notice: { code: 'clock-skewed', detail } })
  const clock = createSchoolClock({
    now,
    kept,
    skewed: (offsetMs) =>
      notice(
        `the clock of this device is ${Math.round(Math.abs(offsetMs) / 60_000)} minutes ${offsetMs > 0 ? 'slow' : 'fast'}`,
      ),
  })
  const outbox = createOutbox({
    journal: ports.journal,
    now: clock.now,
    newId,
    onPut: () => link.flush(),
    fault: (words) => (words === null ? faults.clear('outbox') : faults.raise('outbox', words)),
  })
  const judging = createJudging({ kept, clock, faults })
  const noticing = createNoticing({ judging, kept, clock, newId, put })
  const sweep = createSweeping({ tabs, noticing })
  const key = createDeviceKey({ subtle, kept })
  const changed = (): void => {
    screens.changed()
    watching.look()
    if (judging.isReady()) void sweep()
  }
  const governed = (): void => {
    changed()
    void ports.rules
      .follow(judging.policy())
      .catch((error: unknown) => faults.raise('rules', `Network rules: ${String(error)}`))
  }
  const enrolling = createEnrolling({
    network,
    timers,
    random,
    key,
    kept,
    clock,
    faults,
    platform: ports.platform,
    enrolled: () => {
      refusal = null
      link.wake()
      screens.changed()
    },
  })
  const link = createLink({
    network,
    timers,
    random,
    key,
    outbox,
    told,
    hello() {
      const place = kept.get('enrolment')
      if (place === null || !isOutboxOpen || refusal === 'revoked-device') return null
      const policyHash = kept.get('policy')?.hash ?? null
      const listsHash = kept.get('lists')?.hash ?? null
      return { ...place, policyHash, listsHash, agentVersion: ports.agentVersion, deviceTime: now() }
    },
    refused(reason) {
      refusal = reason
      const words = sentences[reason]
      if (words !== undefined) faults.raise('link', words)
      if (reason === 'unknown-device') void enrolling.forget()
    },
    stateChanged: () => screens.changed(),
  })
  const governing = createGoverning({
    network,
    timers,
    random,
    subtle,
    kept,
    judging,
    faults,
    put,
    changed: governed,
    ticketRefused: () => link.renew(),
  })
  const watching = createWatching({
    kept,
    clock,
    timers,
    tabs,
    judging,
    idle: ports.idle,
    tell: (activity) => link.tell({ type: 'activity', activity }),
  })
  const obeying = createObeying({ kept, clock, timers, tabs, judging, put, changed })
  const reporting = createReporting({ outbox, kept, judging, clock, timers, newId })
  const handlers = createScreens({
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
    isOnline: () => link.isWelcome(),
    isRefused: () => refusal !== null && sentences[refusal] !== undefined,
    isStarted: () => isStarted,
  })

  function told(frame: Told): void {
    switch (frame.type) {
      case 'welcome':
        refusal = null
        faults.clear('link')
        clock.heard(frame.serverTime)
        governing.ticket(frame.ticket)
        void kept.set('user', frame.user)
        void kept.set('receipts', frame.receipts)
        obeying.lesson(frame.lesson)
        for (const command of frame.commands) obeying.command(command)
        governing.wanted('policy', frame.policy)
        if (frame.lists !== null) governing.wanted('lists', frame.lists)
        watching.again()
        return
      case 'alive':
        return clock.heard(frame.serverTime)
      case 'lesson':
        obeying.lesson(frame.lesson)
        return watching.again()
      case 'command':
        return obeying.command(frame.command)
      case 'receipt': {
        const others = kept.get('receipts').filter(({ reportId }) => reportId !== frame.receipt.reportId)
        void kept.set('receipts', [...others, frame.receipt].slice(-100))
        return screens.changed()
      }
      case 'policy':
        return governing.wanted('policy', frame.policy)
      case 'lists':
        return governing.wanted('lists', frame.lists)
      case 'user':
        void kept.set('user', frame.user)
        return screens.changed()
    }
  }

  const configure = async (): Promise<void> => enrolling.configured(await ports.managed.read())

  function tick(): void {
    if (!isStarted) return
    obeying.expire()
    enrolling.wake()
    link.wake()
    watching.look()
  }

  return {
    async start() {
      ports.managed.changed(() => void configure())
      await kept.load()
      await judging.start(ports.packagedLists)
      isStarted = true
      governed()
      await outbox.open().catch(() => undefined)
      isOutboxOpen = true
      await configure()
      tick()
    },
    judge: noticing.judge,
    isReady: judging.isReady,
    readyInTime: () => readyInTime(judging, timers),
    handlers,
    tick,
    look: watching.look,
    sweep,
    stop() {
      isOutboxOpen = false
      link.stop()
    },
  }
}
