import { personalDetails } from '#shared/classify/text/personal-details.ts'
import type { TextModel, TextReading } from '#shared/classify/text/reading.ts'
import { evidenceOfFinding } from '#shared/classify/text/text-verdict.ts'
import type { Band } from '#shared/domain/audience.ts'
import type { Nudge } from '#shared/domain/nudge.ts'
import { categoriesOf, type Verdict } from '#shared/domain/verdict.ts'
import { distressed, hintFor, typedWordsToldFrom, withoutShutting } from '#shared/policy/typed-words.ts'
import type { RequestOf } from '#shared/protocol/page.ts'
import { createConversations } from './conversations.ts'
import type { Core } from './core.ts'
import { readyInTime } from './judging.ts'
import type { Asker, Documents, Timers } from './ports.ts'
import { isOfSchool, priorOf } from './reading.ts'

/** Judges what somebody writes: a private hint, and a flag only for what is grave. */
export type Typing = (request: RequestOf<'page.typed'>, asker: Asker) => Promise<null>

export function createTyping(deps: {
  core: Pick<Core, 'judging' | 'kept' | 'clock' | 'reader' | 'noticing'>
  timers: Timers
  documents: Pick<Documents, 'nudge'>
}): Typing {
  const { timers, documents } = deps
  const { judging, kept, clock, reader, noticing } = deps.core
  const conversations = createConversations(() => clock.now())

  /** What the words say, with what a conversation says that none of its messages does alone. */
  function read(model: TextModel, text: string, before: readonly string[]): [TextReading, string] {
    const alone = model.read(text, 'typed')
    if (before.length === 0 || alone.findings.length > 0) return [alone, text]
    const all = [...before, text].join('\n')
    const together = model.read(all, 'typed')
    const findings = together.findings.filter(({ category }) => category === 'grooming')
    return findings.length === 0 ? [alone, text] : [{ ...together, findings }, all]
  }

  function decisionOn(page: Verdict, reading: TextReading, text: string, list: string) {
    const given = { text, context: 'typed' } as const
    const found = reading.findings.slice(0, 4)
    const evidence = found.map((one) => evidenceOfFinding(one, given, { name: list }))
    const verdict = { ...page, evidence, seeksHelp: reading.seeksHelp }
    return { verdict, decision: withoutShutting(judging.decide(verdict, 'typed')) }
  }

  function nudgeFor(
    reading: TextReading,
    details: number,
    flag: number,
  ): Pick<Nudge, 'kind' | 'category'> | null {
    const policy = judging.policy()
    if (reading.seeksHelp || reading.distress >= distressed)
      return { kind: 'help', category: reading.findings[0]?.category ?? null }
    for (const { category } of reading.findings) {
      const kind = hintFor(policy, category, flag)
      if (kind !== null) return { kind, category: kind === 'rude' ? null : category }
    }
    return details > 0 ? { kind: 'personal', category: null } : null
  }

  /** What is known of the page, when words on it may be looked at: of pupils alone, and not where help is given or the school speaks. */
  async function pageOf(url: string, band: Band): Promise<Verdict | null> {
    await readyInTime(judging, timers, url)
    const { verdict } = judging.judge(url, null)
    const isPupil = band !== 'staff' && band !== 'visitor'
    const isTheirs = priorOf(verdict) === null || isOfSchool(url, kept.get('enrolment'))
    return isPupil && !isTheirs ? verdict : null
  }

  const detailsIn = (text: string, page: Verdict): number =>
    categoriesOf(page).includes('education') ? 0 : personalDetails(text).length

  return async ({ field, text, sent }, { url, tabId, frameId, title }) => {
    const { band } = kept.get('user') ?? judging.policy()
    const page = await pageOf(url, band)
    if (page === null || tabId === null || frameId === undefined) return null
    const model = await reader.open()
    const place = `${tabId} ${frameId} ${page.host}`
    const before = conversations.before(place)
    const [reading, words] = model === null ? [quiet, text] : read(model, text, before)
    if (sent) conversations.said(place, text)
    const judgement = decisionOn(page, reading, words, model?.name ?? '')
    const isTold = judgement.decision.flag >= typedWordsToldFrom
    if (isTold) noticing.wrote(judgement, title, before.length)
    const hint = nudgeFor(reading, detailsIn(text, page), judgement.decision.flag)
    const nudge = hint && { ...hint, band, isTold }
    if (conversations.isNewNudge(`${place} ${field}`, nudge)) await documents.nudge(tabId, frameId, nudge)
    return null
  }
}

const quiet: TextReading = { findings: [], near: [], distress: 0, seeksHelp: false }
