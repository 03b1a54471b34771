import type { Action, CategoryId } from '#shared/domain/category.ts'
import type { Decision } from '#shared/domain/decision.ts'
import type { DeviceEventBody } from '#shared/domain/device-event.ts'
import type { FlagCause, RaisedFlag } from '#shared/domain/flag.ts'
import type { Period } from '#shared/domain/period.ts'
import { type CompiledPolicy, flagIn, searchIn } from '#shared/domain/policy.ts'
import { type Evidence, isOwnWords, type Verdict } from '#shared/domain/verdict.ts'
import { safely } from '#shared/policy/safe-search.ts'
import { periodAt } from '#shared/policy/schedule.ts'
import { uploadDecision } from '#shared/policy/upload-decision.ts'
import type { SchoolClock } from './clock.ts'
import type { Judging } from './judging.ts'
import type { Kept } from './kept.ts'
import type { Judgement, Subject } from './ports.ts'
import { shortTitle, shortUrl } from './shortening.ts'

/** Three tries of one category within this long are a repeat; one site raises one flag within it. */
const rememberedMs = 10 * 60_000
const triesToRepeat = 3
/** The gates see the same navigation one after another; a person does not try again this fast. */
const sameTryMs = 1500

export interface Noticing {
  /** Judges, and writes down what the school should know of it. `title` is what the browser calls the page, if it does. */
  readonly judge: (subject: Subject, title?: string | null) => Judgement
  /** Tells the school of what somebody wrote, once for each worry in each message. `message`: how many were sent before it, as far as is known. */
  readonly wrote: (judgement: Judgement, title: string | null, message: number) => void
  /** Tells of a picture that was not sent to a page: that it happened, and where; nothing of the picture. */
  readonly uploadStopped: (page: { readonly url: string; readonly title: string | null }) => void
}

/** What follows from a decision besides acting on it: tries are counted, flags raised, and blocked pages written into the log. */
export function createNoticing(deps: {
  judging: Judging
  kept: Kept
  clock: SchoolClock
  newId: () => string
  put: (body: DeviceEventBody) => void
}): Noticing {
  const { judging, kept, clock, newId, put } = deps
  const lastTry = new Map<number, { url: string; action: Action; flag: number; at: number }>()

  function isSameTry({ tabId, url: asked }: Subject, { decision }: Judgement): boolean {
    const at = clock.now()
    const { action, flag } = decision
    // A gate that makes a search a safe one sees it under two addresses.
    const url = safely(asked, searchIn(judging.policy())) ?? asked
    const before = lastTry.get(tabId)
    lastTry.set(tabId, { url, action, flag, at })
    if (lastTry.size > 500) lastTry.delete(lastTry.keys().next().value ?? tabId)
    // What turned out to be shut, or a worry, only once it was seen is no repetition of its being let in.
    const isSame = before?.url === url && before.action === action && before.flag === flag
    return isSame && at - before.at < sameTryMs
  }

  const recent = <T extends { at: number }>(list: readonly T[]): T[] =>
    list.filter(({ at }) => clock.now() - at < rememberedMs && at <= clock.now())

  function isRepeat(category: CategoryId): boolean {
    const tries = [...recent(kept.get('tries')), { category, at: clock.now() }].slice(-200)
    void kept.set('tries', tries)
    return tries.filter((one) => one.category === category).length >= triesToRepeat
  }

  /** True the first time something is flagged; a page that is opened ten times in ten minutes is one worry. */
  function isNews(about: string): boolean {
    const raised = recent(kept.get('raised'))
    if (raised.some((one) => one.about === about)) return false
    void kept.set('raised', [...raised, { about, at: clock.now() }].slice(-200))
    return true
  }

  /** @param occasion what tells this worry from others of its kind, beside the category and the place */
  function raise(
    { verdict, decision }: Judgement,
    cause: FlagCause,
    title: string | null,
    occasion: string = cause,
  ): void {
    const { flag: severity } = decision
    const piece = tellingWords(verdict, decision, judging.policy())
    const category = piece?.category ?? decision.category ?? decision.categories[0]
    if (severity === 0 || category === undefined) return
    // A page tried again is one worry whichever page it is; other words are another worry.
    const where = cause === 'repeat' ? 'repeat' : verdict.host
    const about = `${category} ${where} ${piece?.source === 'query' ? piece.rule : occasion}`
    if (!isNews(about.slice(0, 400))) return
    const flag: RaisedFlag = {
      id: newId(),
      at: clock.now(),
      category,
      severity,
      cause,
      url: shortUrl(verdict.url),
      title: shortTitle(title),
      words: piece === undefined ? null : piece.rule.slice(0, 200),
      decision,
    }
    put({ kind: 'flag.raised', flag })
  }

  function periodNow(): Period {
    const { schedule } = judging.policy()
    const lesson = kept.get('lesson')
    const isWatched = lesson !== null && lesson.endsAt > clock.now()
    return periodAt(clock.now(), schedule, isWatched, clock.clocksOf(schedule.timeZone))
  }

  function log({ verdict, decision }: Judgement): void {
    if (decision.action === 'allow' || unlogged.has(decision.reason)) return
    if (periodNow() === 'out-of-hours' && !judging.policy().monitorsOutOfHours) return
    const { category, action, reason } = decision
    put({ kind: 'page.blocked', page: { host: verdict.host, category, action, reason } })
  }

  return {
    // While somebody writes, their words grow: they are one worry until they are sent.
    wrote: (judgement, title, message) => raise(judgement, 'typed', title, `typed ${message}`),
    judge(subject, title = null) {
      if (subject.kind === 'resource' || subject.cause === 'unasked' || judging.ready(subject.url) !== null) {
        return softened(judging.judge(subject.url, null, subject.kind), subject)
      }
      const first = judging.judge(subject.url, causeOf(judging.judge(subject.url, null)))
      if (isSameTry(subject, first)) return softened(first, subject)
      if (subject.cause === 'judged-again' || subject.kind === 'frame') {
        const quiet = softened({ ...first, decision: { ...first.decision, flag: 0 } }, subject)
        log(quiet)
        return quiet
      }
      const again = countsAsTry(first.decision) && isRepeat(first.decision.category)
      const judgement = again ? judging.judge(subject.url, 'repeat') : first
      raise(judgement, again ? 'repeat' : causeOf(first), title)
      log(judgement)
      return judgement
    },
    uploadStopped({ url, title }) {
      raise(uploadDecision(judging.judge(url, null).verdict, judging.policy(), periodNow()), 'upload', title)
    },
  }
}

/**
 * A lock says nothing of the page under it: writing it down would keep what live activity promises not to. That somebody looked
 * for help is nobody's to look up later: where it is grave, a flag has told those who help.
 */
const unlogged = new Set<Decision['reason']>(['not-ready', 'lock', 'help'])

const countsAsTry = (decision: Decision): decision is Decision & { category: CategoryId } =>
  decision.action !== 'allow' && decision.category !== null && decision.reason === 'category'

/**
 * The words that a flag is about, of several things the one with the gravest flag: what was searched for or written, else what the page
 * says, where that is as grave as what decided.
 */
function tellingWords(
  { evidence }: Verdict,
  { category }: Decision,
  policy: CompiledPolicy,
): Evidence | undefined {
  const gravest = (is: (piece: Evidence) => boolean): Evidence | undefined =>
    evidence
      .filter(is)
      .toSorted((one, other) => flagIn(policy, other.category) - flagIn(policy, one.category))[0]
  const least = category === null ? 0 : flagIn(policy, category)
  return (
    gravest(({ source }) => isOwnWords(source)) ??
    gravest((piece) => piece.source === 'text' && flagIn(policy, piece.category) >= least)
  )
}

const causeOf = ({ verdict }: Judgement): FlagCause =>
  verdict.evidence.some(({ source }) => source === 'query') ? 'search' : 'visit'

/** A pause is shown in a tab. In a part of a page nobody could go on from it, and sites that were gone on to would stay in pieces. */
const softened = (judgement: Judgement, { kind }: Subject): Judgement =>
  kind === 'page' || judgement.decision.action !== 'coach'
    ? judgement
    : { ...judgement, decision: { ...judgement.decision, action: 'allow' } }
