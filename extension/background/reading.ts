import type { PagePrior } from '#shared/classify/text/reading.ts'
import { readAddress } from '#shared/domain/address.ts'
import { isSafe } from '#shared/domain/category.ts'
import { categoriesOf, type Verdict } from '#shared/domain/verdict.ts'
import type { RequestOf, ResponseOf } from '#shared/protocol/page.ts'
import type { Core } from './core.ts'
import { readyInTime } from './judging.ts'
import type { Asker, Timers } from './ports.ts'
import { type ReadPage, readPageBy } from './read-page.ts'
import type { Stopping } from './stopping.ts'

/** More pages than this nobody has before their eyes; one that is forgotten begins anew with its next words. */
const mostPages = 40

/** Reads what pages say, as it comes, and stops those that may not be there. */
export type Reading = (request: RequestOf<'page.text'>, asker: Asker) => Promise<ResponseOf<'page.text'>>

export function createReading(deps: {
  core: Pick<Core, 'judging' | 'kept' | 'reader' | 'foundWords'>
  timers: Timers
  isStopped: Stopping
}): Reading {
  const { timers, isStopped } = deps
  const { judging, kept, reader, foundWords } = deps.core
  const pages = new Map<string, ReadPage>()

  function pageOf(key: string, begin: () => ReadPage): ReadPage {
    const page = pages.get(key) ?? begin()
    pages.delete(key)
    pages.set(key, page)
    if (pages.size > mostPages) pages.delete(pages.keys().next().value ?? key)
    return page
  }

  /** Part of a page goes alone. Its address may be that of the page around it, so nothing is remembered of it. */
  const isShut = (part: Verdict): boolean => judging.decide(part, null).action === 'block'

  return async ({ document, text }, asker) => {
    await readyInTime(judging, timers, asker.url)
    const { verdict, decision } = judging.judge(asker.url, null)
    const prior = decision.reason === 'school-rule' ? null : priorOf(verdict)
    const model = prior === null || isOfSchool(asker.url, kept.get('enrolment')) ? null : await reader.open()
    if (prior === null || model === null) return { action: 'enough' }
    // What the browser calls its address belongs to the key: a page that has moved is another page.
    const key = `${asker.tabId} ${asker.frameId} ${document} ${verdict.host}${verdict.path}`
    const { evidence, seeksHelp } = pageOf(key, () => readPageBy(model, prior)).add(text)
    // The words of somebody who needs help shut nothing.
    if (evidence.length === 0 || seeksHelp) return { action: 'allow' }
    if (asker.isTop) foundWords.note(verdict, evidence)
    const stops = asker.isTop ? await isStopped(asker) : isShut({ ...verdict, evidence })
    return { action: stops ? 'stop' : 'allow' }
  }
}

/**
 * What the lists say beforehand: good pages need more to be called harmful, and on pages that help nobody reads along (null).
 * Results of a search are judged by what was searched for; the engine is a good page.
 */
export function priorOf(verdict: Verdict): PagePrior | null {
  const categories = categoriesOf(verdict)
  if (categories.includes('support')) return null
  return categories.some(isSafe) ? 'good' : 'ordinary'
}

/** True for the school's own server: what staff and pupils write to one another there is theirs. */
export const isOfSchool = (url: string, enrolment: { serverUrl: string } | null): boolean =>
  enrolment !== null && readAddress(url)?.host === readAddress(enrolment.serverUrl)?.host
