import { personalDetails } from '#shared/classify/text/personal-details.ts'
import type { TextModel, TextReading } from '#shared/classify/text/reading.ts'
import { evidenceOfFinding } from '#shared/classify/text/text-verdict.ts'
import type { Band } from '#shared/domain/audience.ts'
import type { CategoryId } from '#shared/domain/category.ts'
import type { Decision } from '#shared/domain/decision.ts'
import type { Nudge, NudgeKind } from '#shared/domain/nudge.ts'
import { actionIn, flagIn } from '#shared/domain/policy.ts'
import { categoriesOf, type Verdict } from '#shared/domain/verdict.ts'
import { typedWordsToldFrom } from '#shared/policy/typed-words.ts'
import type { RequestOf } from '#shared/protocol/page.ts'
import { createConversations } from './conversations.ts'
import type { Core } from './core.ts'
import { readyInTime } from './judging.ts'
import type { Asker, Documents, Timers } from './ports.ts'
import { isOfSchool, priorOf } from './reading.ts'

/** How much words must sound like somebody who is not well, for help to be shown. Nobody is told of that alone. */
const distressed = 0.75

/** What each category of words asks the writer to think of. What is not here only counts where the policy calls it grave. */
const kinds: { readonly [C in CategoryId]?: NudgeKind } = {
  bullying: 'hurtful',
  hate: 'hurtful',
  violence: 'hurtful',
  profanity: 'rude',
  'sexual-content': 'rude',
  sexting: 'unsafe',
  grooming: 'unsafe',
  dating: 'unsafe',
  'self-harm': 'help',
  'eating-disorders': 'help',
}

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
    return { verdict, decision: ofWords(judging.decide(verdict, 'typed')) }
  }

  function nudgeFor(reading: TextReading, details: number, flag: number): Omit<Nudge, 'band'> | null {
    const policy = judging.policy()
    if (reading.seeksHelp || reading.distress >= distressed)
      return { kind: 'help', category: reading.findings[0]?.category ?? null }
    for (const { category } of reading.findings) {
      const kind = kindOf(
        category,
        flag >= typedWordsToldFrom && flagIn(policy, category) >= typedWordsToldFrom,
      )
      if (kind !== null) return { kind, category: kind === 'rude' ? null : category }
    }
    return details > 0 ? { kind: 'personal', category: null } : null
  }

  function kindOf(category: CategoryId, isGrave: boolean): NudgeKind | null {
    // Swearing is a matter of age: where the policy lets pages swear, so may a message.
    const isLetBe = kinds[category] === 'rude' && actionIn(judging.policy(), category, 'lesson') === 'allow'
    return isLetBe ? null : (kinds[category] ?? (isGrave ? 'help' : null))
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
    const [reading, words] = model === null ? [quiet, text] : read(model, text, conversations.before(place))
    if (sent) conversations.said(place, text)
    const judgement = decisionOn(page, reading, words, model?.name ?? '')
    if (judgement.decision.flag >= typedWordsToldFrom) noticing.wrote(judgement, title)
    const nudge = nudgeFor(reading, detailsIn(text, page), judgement.decision.flag)
    if (conversations.isNewNudge(`${place} ${field}`, nudge?.kind ?? null))
      await documents.nudge(tabId, frameId, nudge && { ...nudge, band })
    return null
  }
}

const quiet: TextReading = { findings: [], near: [], distress: 0, seeksHelp: false }

/** Nothing is shut because of what somebody writes; what a decision says of it is who is told. */
function ofWords(decision: Decision): Decision {
  const { category, flag, trace } = decision
  const last = { from: 'policy', found: `${category ?? 'nothing'} in typed words is of severity ${flag}` }
  const found = trace.filter(({ from }) => from === 'typed words')
  return { ...decision, action: 'allow', trace: [...found, last].slice(-20) }
}
