import {
  isExplicitPage,
  mayReveal,
  type PicturePrior,
  pictureVerdict,
} from '#shared/classify/image/picture-verdict.ts'
import type { CategoryId } from '#shared/domain/category.ts'
import type { RequestOf, ResponseOf } from '#shared/protocol/page.ts'
import type { PictureAnswer } from '#shared/protocol/pictures.ts'
import type { Core } from './core.ts'
import type { Asker, Documents, Judgement, Pictures, Screens } from './ports.ts'
import type { Reporting } from './reporting.ts'

type Asked = RequestOf<'page.picture'>
type Answered = ResponseOf<'page.picture'>

/** What the device does about pictures. */
export interface LookingAtPictures {
  /** A document may be here: its pictures are looked at. Resolves when those that have to wait are hidden. */
  watch(asker: Asker): Promise<void>
  look(asked: Asked, asker: Asker): Promise<Answered>
  /** The pupil says that a picture was kept wrongly: one report for a page, without the picture. */
  wrong(asker: Asker): Promise<null>
}

/** Sites with these are known to be good: their pictures are shown at once, and only the plainest are kept. */
const good = new Set<CategoryId>([
  'education',
  'reference',
  'news',
  'government',
  'child-friendly',
  'support',
])

const priorOf = ({ decision }: Judgement): PicturePrior =>
  decision.reason === 'granted' ||
  decision.reason === 'school-rule' ||
  decision.categories.some((id) => good.has(id))
    ? 'good'
    : 'ordinary'

const shown: Answered = { result: 'fine', mayReveal: true }
const faultName = 'pictures'

/**
 * @param lookAgain judges a page anew, which its pictures have shown to be something else
 * @param added hears of each picture that a page gets
 */
export function createPictures(deps: {
  core: Core
  pictures: Pictures
  documents: Documents
  screens: Screens
  reporting: Reporting
  newToken: () => string
  lookAgain: (asker: Asker) => Promise<unknown>
  added: (asker: Asker) => Promise<unknown>
}): LookingAtPictures {
  const { core, pictures, documents, screens, reporting, newToken, lookAgain, added } = deps
  const { judging, noticing, faults, explicitPages, put } = core
  /** What the pages now open have shown, by tab. It ends with the worker, and counting begins anew. */
  const counts = new Map<number, { url: string; looked: number; kept: number }>()
  const saidWrong = new Set<string>()
  let works = true

  /** The pupil’s popup says so as long as it is so, and ICT is told once. */
  function missing(words: string): void {
    faults.raise(faultName, words)
    if (works) put({ kind: 'device.noticed', notice: { code: 'model-refused', detail: words.slice(0, 200) } })
    works = false
  }

  const bandOf = () => core.kept.get('user')?.band ?? judging.policy().band

  async function count(asker: Asker, isKept: boolean): Promise<void> {
    if (asker.tabId === null || !asker.isTop) return
    const before = counts.get(asker.tabId)
    const tally = before?.url === asker.url ? before : { url: asker.url, looked: 0, kept: 0 }
    tally.looked += 1
    if (isKept) tally.kept += 1
    counts.set(asker.tabId, tally)
    if (!isKept || !isExplicitPage(tally.kept, tally.looked)) return
    counts.delete(asker.tabId)
    await explicitPages.note(asker.url, tally.kept, tally.looked)
    await lookAgain(asker)
  }

  async function resultOf(answer: PictureAnswer, use: Asked['use'], asker: Asker): Promise<Answered> {
    if (answer.kind === 'no-model') {
      missing(`Pictures cannot be looked at on this device: ${answer.detail}`)
      return shown
    }
    works = true
    faults.clear(faultName)
    const band = bandOf()
    if (answer.kind === 'unreadable') return { result: 'unknown', mayReveal: mayReveal(band, null) }
    const prior = priorOf(judging.judge(asker.url, null))
    const category = pictureVerdict(answer.scores, { band, use, prior })
    if (use === 'upload' && category !== null) {
      noticing.uploadStopped(asker)
      await screens.uploadStopped(asker.url)
    }
    if (use === 'shown' && prior === 'ordinary') await count(asker, category === 'pornography')
    return category === null ? shown : { result: 'kept', mayReveal: mayReveal(band, category) }
  }

  return {
    async watch(asker) {
      if (!works || asker.tabId === null || !/^https?:/i.test(asker.url)) return
      const judgement = judging.judge(asker.url, null)
      if (judgement.decision.reason === 'support') return
      const waits = priorOf(judgement) === 'ordinary'
      await documents.watchPictures(asker, { token: newToken(), band: bandOf(), waits })
    },
    async look({ picture, use }, asker) {
      const answer = await pictures.look(picture)
      const result = await resultOf(answer, use, asker)
      // The page need not wait for what the pupil is told.
      if (use === 'upload' && result.result !== 'kept') void added(asker)
      return answer.sparing === true ? { ...result, sparing: true } : result
    },
    async wrong({ url, title }) {
      if (saidWrong.has(url)) return null
      saidWrong.add(url)
      const words = 'A picture on this page was kept blurred, and I think that is wrong.'
      // The page waits for nothing; a device that cannot store says so by a fault.
      reporting
        .report({ kind: 'wrong-block', words, adult: 'safeguarding-team', url }, title)
        .catch(() => undefined)
      return null
    },
  }
}
