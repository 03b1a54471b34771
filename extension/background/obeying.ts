import { readAddress } from '#shared/domain/address.ts'
import type { Command, CommandOutcome } from '#shared/domain/command.ts'
import type { DeviceEventBody } from '#shared/domain/device-event.ts'
import type { LessonOnDevice } from '#shared/domain/lesson.ts'
import type { RequestStatus } from '#shared/domain/request.ts'
import type { SchoolClock } from './clock.ts'
import type { Judging } from './judging.ts'
import type { Kept } from './kept.ts'
import type { Cancel, Tabs, Timers } from './ports.ts'

export interface Obeying {
  /** The lesson that watches now, or none. The end of a lesson ends its lock and everything opened in it. */
  lesson(lesson: LessonOnDevice | null): void
  /** Obeys once, however often it is told. */
  command(command: Command): void
  /** Lets go of what has expired; called by the watchdog too, since timers die with the worker. */
  expire(): void
}

/**
 * Does what a teacher says. Everything it does is an input to the next decision; `changed` is called when open tabs must be
 * judged again.
 */
export function createObeying(deps: {
  kept: Kept
  clock: SchoolClock
  timers: Timers
  tabs: Pick<Tabs, 'open' | 'order'>
  judging: Judging
  put: (body: DeviceEventBody) => void
  changed: () => void
}): Obeying {
  const { kept, clock, timers, tabs, judging, put, changed } = deps
  let alarm: Cancel = () => undefined

  function expire(): void {
    const now = clock.now()
    const lock = kept.get('lock')
    const grants = kept.get('grants')
    const lesson = kept.get('lesson')
    const live = grants.filter(({ expiresAt }) => expiresAt > now)
    let isOther = live.length < grants.length
    if (isOther) void kept.set('grants', live)
    if (lock !== null && lock.expiresAt <= now) {
      void kept.set('lock', null)
      isOther = true
    }
    if (lesson !== null && lesson.endsAt <= now) {
      endLesson()
      isOther = true
    }
    if (isOther) changed()
    wakeInTime()
  }

  function wakeInTime(): void {
    alarm()
    const ends = [
      kept.get('lock')?.expiresAt,
      kept.get('lesson')?.endsAt,
      ...kept.get('grants').map(({ expiresAt }) => expiresAt),
    ]
    const next = Math.min(...ends.filter((at) => at !== undefined))
    if (Number.isFinite(next)) alarm = timers.after(Math.max(0, next - clock.now()) + 1, expire)
  }

  function endLesson(): void {
    void kept.set('lesson', null)
    void kept.set('lock', null)
    void kept.set('grants', [])
  }

  function open(site: string, expiresAt: number): void {
    const others = kept.get('grants').filter((grant) => grant.site !== site)
    void kept.set('grants', [...others, { site, expiresAt }].slice(-200))
  }

  function answer(requestId: string | null, status: RequestStatus, reply: string | null): void {
    const asked = kept.get('asked').map((one) => (one.id === requestId ? { ...one, status, reply } : one))
    if (requestId !== null) void kept.set('asked', asked)
  }

  const isOpen = (site: string): boolean =>
    judging.judge(/^https?:/i.test(site) ? site : `https://${site}`, null).decision.action === 'allow'

  function act({ body, expiresAt, from }: Command): CommandOutcome {
    switch (body.kind) {
      case 'lock':
        void kept.set('lock', { message: body.message, expiresAt })
        return 'done'
      case 'unlock':
        void kept.set('lock', null)
        return 'done'
      case 'open':
        return openPage(body.url, expiresAt)
      case 'grant':
        open(body.site, expiresAt)
        answer(body.requestId, 'granted', null)
        // A lock hides whether the site would open, so it is no reason to call the grant refused.
        return kept.get('lock') !== null || isOpen(body.site) ? 'done' : 'refused'
      case 'refuse':
        answer(body.requestId, 'refused', body.reply)
        return 'done'
      case 'message':
        void tabs.order({ type: 'message', from, text: body.text })
        return 'done'
    }
  }

  /** What a teacher opens for a class is open for the lesson, within what the policy lets anybody open. */
  function openPage(url: string, expiresAt: number): CommandOutcome {
    const host = readAddress(url)?.host
    if (host === undefined) return 'refused'
    open(host, expiresAt)
    if (!isOpen(url)) return 'refused'
    void tabs.open(url)
    return 'done'
  }

  return {
    expire,
    lesson(lesson) {
      const before = kept.get('lesson')
      if (lesson === null || lesson.endsAt <= clock.now()) endLesson()
      else {
        if (before?.id !== lesson.id) endLesson()
        void kept.set('lesson', lesson)
      }
      wakeInTime()
      changed()
    },
    command(command) {
      const now = clock.now()
      const obeyed = kept.get('obeyed').filter(({ expiresAt }) => expiresAt > now)
      if (obeyed.some(({ id }) => id === command.id)) return
      const outcome = command.expiresAt <= now ? 'expired' : act(command)
      // An expired command is remembered for a while too, so that it is answered once.
      const expiresAt = Math.max(command.expiresAt, now + 3_600_000)
      void kept.set('obeyed', [...obeyed, { id: command.id, expiresAt }].slice(-500))
      put({ kind: 'command.obeyed', commandId: command.id, outcome })
      wakeInTime()
      if (outcome !== 'expired' && command.body.kind !== 'message') changed()
    },
  }
}
