import { openBundle } from '#shared/classify/url/bundle-reader.ts'
import { type UrlClassifier, urlClassifier } from '#shared/classify/url/classify.ts'
import { verdictOfUnseen } from '#shared/classify/url/unseen-documents.ts'
import { readAddress } from '#shared/domain/address.ts'
import type { Decision } from '#shared/domain/decision.ts'
import type { FlagCause } from '#shared/domain/flag.ts'
import type { CompiledPolicy } from '#shared/domain/policy.ts'
import { policyBeforeEnrolment } from '#shared/policy/baseline.ts'
import { decide, type Moment } from '#shared/policy/decide.ts'
import type { SchoolClock } from './clock.ts'
import type { Faults } from './faults.ts'
import type { Kept } from './kept.ts'
import type { Judgement, Subject, Timers } from './ports.ts'
import type { Relays } from './relays.ts'

/** How long a request is held for lists that are still being read; the browser itself lets go after 30 s, and then lets through. */
export const longestHoldMs = 5000

const notReady: Decision = {
  action: 'block',
  reason: 'not-ready',
  category: null,
  categories: [],
  flag: 0,
  trace: [{ from: 'device', found: 'the lists are still being read' }],
}

export interface Judging {
  /** Reads the packaged lists and the school's own. */
  start(packagedLists: () => Promise<ArrayBuffer>): Promise<void>
  readonly isReady: () => boolean
  /** Resolves when there is something to judge by. */
  whenReady(): Promise<void>
  /** Decides now. Before the lists are read everything with a host is held shut. */
  judge(url: string, cause: FlagCause | null, kind?: Subject['kind']): Judgement
  policy(): CompiledPolicy
  /** Takes the school's lists into use, or leaves everything as it was and says why not. */
  useLists(bytes: ArrayBuffer): string | null
  /** Back to the packaged lists. */
  forgetLists(): void
  listsVersion(): string | null
}

/** The one judge behind every gate. Pure but for the clock and what the device remembers. */
export function createJudging(deps: {
  kept: Kept
  clock: SchoolClock
  faults: Faults
  relays: Relays
}): Judging {
  const { kept, clock, faults, relays } = deps
  let packaged: ArrayBuffer | null = null
  let own: ArrayBuffer | null = null
  let classify: UrlClassifier | null = null
  let version: string | null = null
  let nowReady: () => void = () => undefined
  const ready = new Promise<void>((resolve) => {
    nowReady = resolve
  })

  function assemble(): string | null {
    const opened = [packaged, own].filter((bytes) => bytes !== null).map(openBundle)
    const wrong = opened.find((bundle) => !bundle.ok)
    const bundles = opened.flatMap((bundle) => (bundle.ok ? [bundle.value] : []))
    const last = bundles.at(-1)
    if (last === undefined) return wrong?.error ?? 'no lists'
    classify = urlClassifier(bundles)
    version = `${last.name} ${last.version}`
    return wrong?.error ?? null
  }

  function moment(cause: FlagCause | null): Moment {
    const at = clock.now()
    const alive = ({ expiresAt }: { expiresAt: number }): boolean => expiresAt > at
    const lesson = kept.get('lesson')
    const lock = kept.get('lock')
    return {
      at,
      lesson: lesson !== null && lesson.endsAt > at ? lesson : null,
      lock: lock !== null && alive(lock) ? lock : null,
      grants: kept
        .get('grants')
        .filter(alive)
        .map(({ site }) => site),
      wentOn: kept
        .get('wentOn')
        .filter(alive)
        .map(({ site }) => site),
      cause,
    }
  }

  const policy = (): CompiledPolicy => kept.get('policy')?.policy ?? policyBeforeEnrolment

  return {
    async start(packagedLists) {
      packaged = await packagedLists().catch((error: unknown) => {
        faults.raise('packaged', `The packaged lists could not be read: ${String(error)}`)
        return null
      })
      own = kept.get('lists')?.bytes ?? null
      const wrong = assemble()
      if (wrong !== null) faults.raise('lists', `A list on this device could not be read: ${wrong}`)
      // Forgotten, so that the school's next word of its lists fetches them anew.
      if (own !== null && !openBundle(own).ok) {
        own = null
        await kept.set('lists', null)
      }
      if (classify !== null) nowReady()
    },
    isReady: () => classify !== null,
    whenReady: () => ready,
    judge(url, cause, kind = 'page') {
      if (classify === null) {
        const host = readAddress(url)?.host ?? ''
        return {
          verdict: { url, host, path: '', query: '', evidence: [], seeksHelp: false },
          decision: notReady,
        }
      }
      const verdict = relays.known(verdictOfUnseen(url) ?? classify(url))
      return {
        verdict,
        decision: decide(verdict, policy(), kind === 'resource' ? ofItsPage(moment(cause)) : moment(cause)),
      }
    },
    policy,
    useLists(bytes) {
      const before = own
      own = bytes
      const wrong = assemble()
      if (wrong === null) {
        faults.clear('lists')
        nowReady()
        return null
      }
      own = before
      assemble()
      return wrong
    },
    forgetLists() {
      own = null
      assemble()
    },
    listsVersion: () => version,
  }
}

/**
 * A lock or a scene is about pages. What an open page is made of (its pictures, its styles from another host) follows what the page is
 * about, or a page that stays open under a lock, such as Childline, would be in pieces.
 */
const ofItsPage = (moment: Moment): Moment => ({
  ...moment,
  lock: null,
  lesson: moment.lesson && { ...moment.lesson, scene: { ...moment.lesson.scene, onlyThese: false } },
})

/** Waits for the lists, but not longer than a request may be held. */
export function readyInTime(judging: Judging, timers: Timers): Promise<void> {
  return new Promise((resolve) => {
    const cancel = timers.after(longestHoldMs, resolve)
    void judging.whenReady().then(cancel).then(resolve)
  })
}
