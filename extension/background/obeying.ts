import { readAddress } from '#shared/domain/address.ts'
import type { Command, CommandOutcome } from '#shared/domain/command.ts'
import type { DeviceEventBody } from '#shared/domain/device-event.ts'
import type { LessonOnDevice } from '#shared/domain/lesson.ts'
import type { RequestStatus } from '#shared/domain/request.ts'
import type { SchoolClock } from './clock.ts'
import { type Judging, readyInTime } from './judging.ts'
import type { Kept } from './kept.ts'
import type { Cancel, Tabs, Timers } from './ports.ts'

export interface ObeyingPorts {
  readonly kept: Kept
  readonly clock: SchoolClock
  readonly timers: Timers
  readonly tabs: Pick<Tabs, 'open' | 'order'>
  readonly judging: Judging
  readonly put: (body: DeviceEventBody) => void
  /** Open tabs must be judged again. */
  readonly changed: () => void
}

export interface Obeying {
  /** The lesson that watches now, or none. The end of a lesson ends its lock and everything opened in it. */
  lesson(lesson: LessonOnDevice | null): void
  /** Obeys once, however often it is told. */
  command(command: Command): void
  /** Lets go of what has expired; called by the watchdog too, since timers die with the worker. */
  expire(): void
}

/** Does what a teacher says. Everything it does is an input to the next decision. */
export const createObeying = (ports: ObeyingPorts): Obeying => new LessonObeying(ports)

class LessonObeying implements Obeying {
  readonly #ports: ObeyingPorts
  #alarm: Cancel = () => undefined

  constructor(ports: ObeyingPorts) {
    this.#ports = ports
  }

  expire(): void {
    const { kept, clock, changed } = this.#ports
    const now = clock.now()
    const lock = kept.get('lock')
    const lesson = kept.get('lesson')
    const grants = kept.get('grants')
    const live = grants.filter(({ expiresAt }) => expiresAt > now)
    const hasLessonEnded = lesson !== null && lesson.endsAt <= now
    const hasLockEnded = lock !== null && lock.expiresAt <= now
    if (hasLessonEnded) this.#endLesson()
    if (hasLockEnded) void kept.set('lock', null)
    if (live.length < grants.length && !hasLessonEnded) void kept.set('grants', live)
    if (hasLessonEnded || hasLockEnded || live.length < grants.length) changed()
    this.#wakeInTime()
  }

  lesson(lesson: LessonOnDevice | null): void {
    const { kept, clock, changed } = this.#ports
    const before = kept.get('lesson')
    const isOpen = lesson !== null && lesson.endsAt > clock.now()
    if (!isOpen || before?.id !== lesson.id) this.#endLesson()
    if (isOpen) void kept.set('lesson', lesson)
    this.#wakeInTime()
    changed()
  }

  command(command: Command): void {
    const { judging, timers } = this.#ports
    const url = addressIn(command)
    if (url === null || judging.ready(url) === null) this.#obey(command)
    else void readyInTime(judging, timers, url).then(() => this.#obey(command))
  }

  #obey(command: Command): void {
    const { kept, clock, put, changed } = this.#ports
    const now = clock.now()
    const obeyed = kept.get('obeyed').filter(({ expiresAt }) => expiresAt > now)
    if (obeyed.some(({ id }) => id === command.id)) return
    const outcome = command.expiresAt <= now ? 'expired' : this.#act(command)
    // An expired command is remembered for a while too, so that it is answered once.
    const expiresAt = Math.max(command.expiresAt, now + 3_600_000)
    void kept.set('obeyed', [...obeyed, { id: command.id, expiresAt }].slice(-500))
    put({ kind: 'command.obeyed', commandId: command.id, outcome })
    this.#wakeInTime()
    if (outcome !== 'expired' && command.body.kind !== 'message') changed()
  }

  #wakeInTime(): void {
    const { kept, clock, timers } = this.#ports
    this.#alarm()
    const grants = kept.get('grants').map(({ expiresAt }) => expiresAt)
    const ends = [kept.get('lock')?.expiresAt, kept.get('lesson')?.endsAt, ...grants]
    const next = Math.min(...ends.filter((at) => at !== undefined))
    if (!Number.isFinite(next)) return
    this.#alarm = timers.after(Math.max(0, next - clock.now()) + 1, () => this.expire())
  }

  #endLesson(): void {
    const { kept } = this.#ports
    void kept.set('lesson', null)
    void kept.set('lock', null)
    void kept.set('grants', [])
  }

  #act({ body, expiresAt, from }: Command): CommandOutcome {
    const { kept, tabs } = this.#ports
    switch (body.kind) {
      case 'lock':
        void kept.set('lock', { message: body.message, expiresAt })
        return 'done'
      case 'unlock':
        void kept.set('lock', null)
        return 'done'
      case 'open':
        return this.#openPage(body.url, expiresAt)
      case 'grant':
        this.#grant(body.site, expiresAt)
        this.#answer(body.requestId, 'granted', null)
        // A lock hides whether the site would open, so it is no reason to call the grant refused.
        return kept.get('lock') !== null || this.#isOpen(body.site) ? 'done' : 'refused'
      case 'refuse':
        this.#answer(body.requestId, 'refused', body.reply)
        return 'done'
      case 'message':
        void tabs.order({ type: 'message', from, text: body.text })
        return 'done'
      default:
        return body satisfies never
    }
  }

  /** What a teacher opens for a class is open for the lesson, within what the policy lets anybody open. */
  #openPage(url: string, expiresAt: number): CommandOutcome {
    const host = readAddress(url)?.host
    if (host === undefined) return 'refused'
    this.#grant(host, expiresAt)
    if (!this.#isOpen(url)) return 'refused'
    void this.#ports.tabs.open(url)
    return 'done'
  }

  #grant(site: string, expiresAt: number): void {
    const { kept } = this.#ports
    const others = kept.get('grants').filter((grant) => grant.site !== site)
    void kept.set('grants', [...others, { site, expiresAt }].slice(-200))
  }

  #answer(requestId: string | null, status: RequestStatus, reply: string | null): void {
    const { kept } = this.#ports
    const asked = kept.get('asked').map((one) => (one.id === requestId ? { ...one, status, reply } : one))
    if (requestId !== null) void kept.set('asked', asked)
  }

  #isOpen(site: string): boolean {
    return this.#ports.judging.judge(addressOf(site), null).decision.action === 'allow'
  }
}

const addressOf = (site: string): string => (/^https?:/i.test(site) ? site : `https://${site}`)

/** The address that has to be judged to obey. */
function addressIn({ body }: Command): string | null {
  if (body.kind === 'open') return addressOf(body.url)
  return body.kind === 'grant' ? addressOf(body.site) : null
}
