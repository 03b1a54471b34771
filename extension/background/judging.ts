import { err, type Result } from '#shared/base/result.ts'
import { type ListBundle, openBundle } from '#shared/classify/url/bundle-reader.ts'
import { type UrlClassifier, urlClassifier } from '#shared/classify/url/classify.ts'
import { DamagedPage } from '#shared/classify/url/paged-file.ts'
import { verdictOfUnseen } from '#shared/classify/url/unseen-documents.ts'
import { readAddress } from '#shared/domain/address.ts'
import type { Decision } from '#shared/domain/decision.ts'
import type { FlagCause } from '#shared/domain/flag.ts'
import type { CompiledPolicy } from '#shared/domain/policy.ts'
import type { Verdict } from '#shared/domain/verdict.ts'
import { policyBeforeEnrolment } from '#shared/policy/baseline.ts'
import { decide, type Moment } from '#shared/policy/decide.ts'
import type { SchoolClock } from './clock.ts'
import type { Faults } from './faults.ts'
import type { Kept } from './kept.ts'
import { openOwnLists, type OpenLists, type OwnLists } from './lists.ts'
import type { Judgement, ListStore, Subject, Timers } from './ports.ts'

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
  /** Reads the packaged lists and the head of the school's own. */
  start(packagedLists: () => Promise<ArrayBuffer>): Promise<void>
  /** Null when everything that judging this address takes is in memory; else it resolves when it is. */
  ready(url: string): Promise<void> | null
  /** Decides now. What cannot be judged yet is held shut. */
  judge(url: string, cause: FlagCause | null, kind?: Subject['kind']): Judgement
  /** The policy applied now to a verdict that somebody else has made. */
  decide(verdict: Verdict, cause: FlagCause | null): Decision
  policy(): CompiledPolicy
  /** Takes stored files into use as the school's lists, or leaves everything as it was and says why not. */
  useLists(own: OwnLists): Promise<string | null>
  /** The school's lists in use. */
  lists(): OpenLists | null
  /** Back to the packaged lists. */
  forgetLists(): void
  listsVersion(): string | null
}

/** More rounds of reading than any address needs: a host's page, its path rules', and the same for what it leads to. */
const mostRounds = 12
/** One navigation is judged by several gates, and a search again for its flag. */
const mostRemembered = 64

/** The one judge behind every gate. Pure but for the clock and what the device remembers. */
export function createJudging(deps: {
  kept: Kept
  clock: SchoolClock
  faults: Faults
  /** What this device knows of pages besides its lists. */
  known: (verdict: Verdict) => Verdict
  listStore: ListStore
  subtle: SubtleCrypto
}): Judging {
  const { kept, clock, faults, known } = deps
  let packaged: ListBundle | null = null
  let own: OpenLists | null = null
  let classify: UrlClassifier | null = null
  const verdicts = new Map<string, Verdict>()
  let nowReady: () => void = () => undefined
  const started = new Promise<void>((resolve) => {
    nowReady = resolve
  })

  function assemble(): void {
    verdicts.clear()
    const bundles = [packaged, own?.bundle ?? null].filter((bundle) => bundle !== null)
    classify = bundles.length === 0 ? null : urlClassifier(bundles)
    if (classify !== null) nowReady()
  }

  const open = (lists: OwnLists): Promise<Result<OpenLists>> =>
    openOwnLists({ store: deps.listStore, subtle: deps.subtle }, lists, kept.get('listsKey')).catch(
      (error: unknown) => err(String(error)),
    )

  /** The verdict, or null while pages of the lists are missing: those are wanted from then on. */
  function verdictOf(url: string): Verdict | null {
    const known = verdicts.get(url)
    if (known !== undefined) return known
    if (classify === null) return null
    const before = own?.misses()
    const verdict = verdictOfUnseen(url) ?? classify(url)
    // Only what this address missed counts: others may be waiting for pages of theirs.
    if (own?.misses() !== before) return null
    verdicts.set(url, verdict)
    if (verdicts.size > mostRemembered) verdicts.delete(verdicts.keys().next().value ?? url)
    return verdict
  }

  async function bringFor(url: string): Promise<void> {
    await started
    for (let round = 0; round < mostRounds && verdictOf(url) === null; round++) {
      const lists = own
      try {
        await lists?.bring()
      } catch (error) {
        // A read that failed is tried again, and the address is held shut until then; only what stays unreadable is given up.
        const isLast = error instanceof DamagedPage || round === mostRounds - 1
        if (lists === own && isLast) await giveUp(String(error))
      }
    }
  }

  /** Lists that cannot be read any more are forgotten, so that the school's next word of them fetches them anew. */
  async function giveUp(why: string): Promise<void> {
    faults.raise('lists', `A list on this device could not be read: ${why}`)
    own = null
    assemble()
    await kept.set('lists', null)
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
      clocks: clock.clocksOf(policy().schedule.timeZone),
    }
  }

  const policy = (): CompiledPolicy => kept.get('policy')?.policy ?? policyBeforeEnrolment

  return {
    async start(packagedLists) {
      const lists = kept.get('lists')
      const [starter, opened] = await Promise.all([
        packagedLists().then(openBundle, (error: unknown) => err(String(error))),
        lists === null ? null : open(lists),
      ])
      if (starter.ok) packaged = starter.value
      else faults.raise('packaged', `The packaged lists could not be read: ${starter.error}`)
      // Newer ones may have come meanwhile.
      if (opened?.ok) own ??= opened.value
      assemble()
      if (opened !== null && !opened.ok) await giveUp(opened.error)
    },
    ready: (url) => (verdictOf(url) === null ? bringFor(url) : null),
    judge(url, cause, kind = 'page') {
      const listed = verdictOf(url)
      if (listed === null) {
        // Whoever asks again in a moment gets an answer.
        void bringFor(url)
        const host = readAddress(url)?.host ?? ''
        const unknown = { url, host, path: '', query: '', evidence: [], seeksHelp: false }
        return { verdict: unknown, decision: notReady }
      }
      const verdict = known(listed)
      return {
        verdict,
        decision: decide(verdict, policy(), kind === 'resource' ? ofItsPage(moment(cause)) : moment(cause)),
      }
    },
    decide: (verdict, cause) => decide(verdict, policy(), moment(cause)),
    policy,
    async useLists(lists) {
      const opened = await open(lists)
      if (!opened.ok) return opened.error
      own = opened.value
      assemble()
      faults.clear('lists')
      return null
    },
    lists: () => own,
    forgetLists() {
      own = null
      assemble()
    },
    listsVersion() {
      const bundle = own?.bundle ?? packaged
      return bundle === null ? null : `${bundle.name} ${bundle.version}`
    },
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

/** Waits until an address can be judged, but not longer than a request may be held. */
export function readyInTime(judging: Judging, timers: Timers, url: string): Promise<void> {
  const ready = judging.ready(url)
  if (ready === null) return Promise.resolve()
  return new Promise((resolve) => {
    const cancel = timers.after(longestHoldMs, resolve)
    void ready.then(cancel).then(resolve)
  })
}
