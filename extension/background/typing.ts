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
import { createNamedPictures } from './named-pictures.ts'
import type { Asker, Documents, Timers } from './ports.ts'
import { isOfSchool, priorOf } from './reading.ts'

/** Judges what somebody writes: a private hint, and a flag only for what is grave. */
export interface Typing {
  wrote(request: RequestOf<'page.typed'>, asker: Asker): Promise<null>
  /** A picture goes along with what is written on a page: it tells more with a full name beside it. */
  addedPicture(asker: Asker): Promise<void>
}

export function createTyping(deps: {
  core: Pick<Core, 'judging' | 'kept' | 'clock' | 'reader' | 'noticing'>
  timers: Timers
  documents: Pick<Documents, 'nudge'>
}): Typing {
  const { timers, documents } = deps
  const { judging, kept, clock, reader, noticing } = deps.core
  const conversations = createConversations(() => clock.now())
  const namedPictures = createNamedPictures(() => clock.now())

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

  function nudgeFor(reading: TextReading, flag: number): Pick<Nudge, 'kind' | 'category'> | null {
    const policy = judging.policy()
    if (reading.seeksHelp || reading.distress >= distressed)
      return { kind: 'help', category: reading.findings[0]?.category ?? null }
    for (const { category } of reading.findings) {
      const kind = hintFor(policy, category, flag)
      if (kind !== null) return { kind, category: kind === 'rude' ? null : category }
    }
    return null
  }

  /** What is known of the page, when words on it may be looked at: of pupils alone, and not where help is given or the school speaks. */
  async function pageOf(url: string): Promise<Verdict | null> {
    await readyInTime(judging, timers, url)
    const { verdict } = judging.judge(url, null)
    const isPupil = bandOf() !== 'staff' && bandOf() !== 'visitor'
    const isTheirs = priorOf(verdict) === null || isOfSchool(url, kept.get('enrolment'))
    return isPupil && !isTheirs ? verdict : null
  }
  const bandOf = (): Band => (kept.get('user') ?? judging.policy()).band

  /** Where one may say who one is: only other pupils and teachers read it. */
  const isForLearning = (page: Verdict): boolean => categoriesOf(page).includes('education')

  return {
    async wrote({ field, text, sent }, { url, tabId, frameId, title }) {
      const page = await pageOf(url)
      if (page === null || tabId === null || frameId === undefined) return null
      const model = await reader.open()
      const place = `${tabId} ${frameId} ${page.host}`
      const key = `${place} ${field}`
      const given = kept.get('user')?.name ?? null
      const isNamed = namedPictures.wrote(pageKey(tabId, page), { key, frameId }, text, sent, given)
      // A hint stays where the words are taken away: help is meant for those who take them back, too.
      if (text === '') return null
      const before = conversations.before(place)
      const [reading, words] = model === null ? [quiet, text] : read(model, text, before)
      if (sent) conversations.said(place, text)
      const judgement = decisionOn(page, reading, words, model?.name ?? '')
      const isTold = judgement.decision.flag >= typedWordsToldFrom
      if (isTold) noticing.wrote(judgement, title, before.length)
      const hint =
        nudgeFor(reading, judgement.decision.flag) ?? (isForLearning(page) ? null : personal(text, isNamed))
      const nudge = hint && { ...hint, band: bandOf(), isTold }
      if (conversations.isNewNudge(key, nudge)) await documents.nudge(tabId, frameId, nudge)
      return null
    },
    async addedPicture({ url, tabId }) {
      const page = await pageOf(url)
      if (page === null || tabId === null || isForLearning(page)) return
      const field = namedPictures.added(pageKey(tabId, page))
      if (field === null || conversations.isShowing(field.key)) return
      const nudge = { ...withPicture, band: bandOf(), isTold: false }
      if (conversations.isNewNudge(field.key, nudge)) await documents.nudge(tabId, field.frameId, nudge)
    },
  }
}

const pageKey = (tabId: number, { host }: Verdict): string => `${tabId} ${host}`

const withPicture = { kind: 'named-picture', category: null } as const

function personal(text: string, isNamedWithPicture: boolean): Pick<Nudge, 'kind' | 'category'> | null {
  if (personalDetails(text).length > 0) return { kind: 'personal', category: null }
  return isNamedWithPicture ? withPicture : null
}

const quiet: TextReading = { findings: [], near: [], distress: 0, seeksHelp: false }
