import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { DevCase } from '#server/training/held-out.ts'
import type { TextLabel } from '#shared/classify/text/labels.ts'
import { readModelFile } from '#shared/classify/text/open-model.ts'
import type { TextReading } from '#shared/classify/text/reading.ts'
import { createTextModel } from '#shared/classify/text/text-model.ts'
import { judgeCases } from '#test/evaluate/cases.ts'
import { median, pagesOf } from '#test/evaluate/costs.ts'
import { halfOf, judgeOfOtherHalf } from '#test/evaluate/halves.ts'
import { worstOverMean } from '#test/evaluate/identity.ts'
import { areaInWords, areaUnderCurve, inWords, recallAt } from '#test/evaluate/interval.ts'
import { lapwing } from '#test/evaluate/judges.ts'
import { actedOn, marginOf, marginsOf } from '#test/evaluate/margins.ts'
import { withFigures } from '#test/evaluate/model-card.ts'
import { isMetWithHelp, isPaused, isShut, outcomes, searchOutcomes } from '#test/evaluate/outcomes.ts'
import { helpSeeking, paragraphs } from '#test/evaluate/own-texts.ts'
import { liesWithin, spansRight } from '#test/evaluate/spans.ts'
import { toxicityModel } from '#test/evaluate/toxicity-model.ts'
import { unseenCases } from '#test/evaluate/unseen.ts'
import { shippedModelFile } from '#test/support/text-model.ts'

const opened = await readModelFile(shippedModelFile())
if (!opened.ok) throw new Error(opened.error)
const file = opened.value
const model = createTextModel(file)

describe('figures of an evaluation', () => {
  it('the area under the curve counts pairs that are in order, ties by half', () => {
    expect(areaUnderCurve([3, 4], [1, 2])).toBe(1)
    expect(areaUnderCurve([1, 2], [3, 4])).toBe(0)
    expect(areaUnderCurve([1, 3], [2, 2])).toBe(0.5)
    expect(areaUnderCurve([5, 5], [5, 5, 5])).toBe(0.5)
    expect(areaUnderCurve([2, 4], [1, 2, 3])).toBeCloseTo(4.5 / 6, 9)
  })

  it('its range is narrower the more texts there are, and it is a dash without any', () => {
    const many = (texts: readonly number[]) => Array.from({ length: 50 }, () => texts).flat()
    const width = (said: string) => {
      const [, low = '', high = ''] = /\((.*)–(.*)\)/.exec(said) ?? []
      return Number(high) - Number(low)
    }
    const few = areaInWords([1, 3, 4], [0, 1, 2])
    expect(few).toMatch(/^0\.833 \(/)
    expect(width(areaInWords(many([1, 3, 4]), many([0, 1, 2])))).toBeLessThan(width(few) / 3)
    expect(areaInWords([], [1])).toBe('–')
  })

  it('recall at a false rate lets so many innocent texts pass and no more', () => {
    const innocent = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    expect(recallAt(0.2, [6.5, 7.5, 8.5, 9.5], innocent)).toEqual({ of: 4, hit: 3 })
    expect(recallAt(0, [8.5, 9.5], innocent)).toEqual({ of: 2, hit: 1 })
  })

  it('the worst group is held against the mean of all groups, however large they are', () => {
    const shares = [
      { of: 10, hit: 1 },
      { of: 100, hit: 20 },
      { of: 50, hit: 0 },
    ]
    expect(worstOverMean(shares)).toBeCloseTo(2, 9)
    expect(worstOverMean([{ of: 10, hit: 0 }])).toBeNull()
  })

  it('the median of rounds and pages of one size', () => {
    expect(median([9, 1, 5])).toBe(5)
    const pages = pagesOf(Array.from({ length: 90 }, () => 'a'.repeat(500)))
    expect(pages.map(({ length }) => length)).toEqual([20_480, 20_480])
  })

  it('precision and recall of a category hold what they are made of', () => {
    const asked = (text: string, labels: string[]): DevCase => ({
      id: text,
      text,
      labels,
      kind: labels.length > 0 ? 'risk' : 'idiom',
      context: 'typed',
      topic: [],
      expect: labels.length > 0 ? 'act' : 'allow',
    })
    const cases = [asked('a', ['drugs']), asked('b', ['drugs']), asked('c', []), asked('d', ['gambling'])]
    const finds = new Set(['a', 'c'])
    const { perName, hardBenign } = judgeCases(cases, {
      name: 'some',
      judge: (text) => (finds.has(text) ? ['drugs'] : []),
    })
    expect(perName.get('drugs')).toEqual({ precision: { of: 2, hit: 1 }, recall: { of: 2, hit: 1 }, f1: 0.5 })
    expect(perName.get('gambling')).toMatchObject({ recall: { of: 1, hit: 0 }, f1: 0 })
    expect(hardBenign).toEqual({ of: 1, hit: 1 })
  })
})

describe('the model as the evaluation sees it', () => {
  const texts = ['i will kill you', 'the bus was late', 'kill yourself, nobody likes you', 'muslims', '']

  it.each(['page', 'query', 'typed'] as const)('a margin says in %s what a finding says', (context) => {
    const margins = marginsOf(file)
    for (const text of texts) {
      const found = lapwing(model).judge(text, context).length > 0
      expect([text, marginOf(margins(text, context), actedOn) >= 0]).toEqual([text, found])
    }
  })

  it('a margin is what a score is made of, on a page of many sentences too', () => {
    const page = `${'The bus was late again today. '.repeat(40)}Kill yourself, nobody likes you.`
    const margins = marginsOf(file)(page, 'page')
    const { findings, near } = model.read(page, 'page')
    expect([...findings, ...near]).not.toEqual([])
    for (const { category, score } of [...findings, ...near])
      expect(1 / (1 + Math.exp(-marginOf(margins, [category as TextLabel])))).toBeCloseTo(score, 9)
  })

  it('a margin is known, and differs, of texts that come near nothing', () => {
    const margins = marginsOf(file)
    const hate = ['the bus was late', 'I like ice cream'].map((text) =>
      marginOf(margins(text, 'typed'), ['hate']),
    )
    expect(new Set(hate).size).toBe(2)
    expect(Math.max(...hate)).toBeLessThan(0)
  })

  it('a text is always of the same half, and halves are about even', () => {
    const all = Array.from({ length: 2000 }, (_, nth) => `text number ${nth}`)
    const first = all.filter((text) => halfOf(text) === 0).length
    expect(first).toBeGreaterThan(900)
    expect(first).toBeLessThan(1100)
    expect(all.map(halfOf)).toEqual(all.map(halfOf))
  })

  it('a text is judged by thresholds that it had no part in', () => {
    // One that lies not far above its thresholds: they have a ceiling.
    const isClose = ({ findings }: TextReading) =>
      findings.length > 0 && findings.every(({ score }) => score < 0.8)
    const text = unseenCases().find((each) => isClose(model.read(each.text, 'typed')))?.text ?? ''
    const found = (held: readonly string[]) =>
      judgeOfOtherHalf(
        file,
        held.map((each) => ({ text: each, context: 'typed', labels: [] })),
      ).judge(text, 'typed').length
    const like = Array.from({ length: 40 }, (_, nth) => `${text}${'!'.repeat(nth + 1)}`)
    const others = like.filter((each) => halfOf(each) !== halfOf(text))
    // An innocent text that sounds just as bad lifts the thresholds, if it is of the other half.
    expect(found([text])).toBe(found([]))
    expect(found(others)).toBeLessThan(found([]))
  })

  it('a span is right when it lies in the sentence that was put in', () => {
    expect(liesWithin({ start: 5, end: 9 }, [5, 9])).toBe(true)
    expect(liesWithin({ start: 4, end: 9 }, [5, 9])).toBe(false)
    expect(liesWithin({ start: 5, end: 10 }, [5, 9])).toBe(false)
  })

  it('only sentences that were found count, by the first words shown for what they are about', () => {
    const finding = (category: 'drugs' | 'gambling', start: number) => ({
      category,
      score: 0.9,
      spans: [{ start, end: start + 4 }],
      why: '',
    })
    const findings = [
      [finding('gambling', 50), finding('drugs', 10)],
      [finding('drugs', 50)],
      [finding('gambling', 10)],
      [],
    ]
    const pages = findings.map((_, nth) => ({
      text: String(nth),
      labels: ['drugs'],
      kind: 'page_insert',
      also_ok: [],
      span: [10, 20] as [number, number],
    }))
    const read = (text: string) => ({
      findings: findings[Number(text)] ?? [],
      near: [],
      distress: 0,
      seeksHelp: false,
    })
    expect(spansRight(pages, { read })).toEqual({ of: 2, hit: 1 })
  })

  it('what is shut, paused and met with help follows the baseline', () => {
    const reading = (category: 'self-harm' | 'profanity', seeksHelp: boolean) => {
      const findings = [{ category, score: 0.9, spans: [{ start: 0, end: 4 }], why: '' }]
      return { ...model, read: () => ({ findings, near: [], distress: 0, seeksHelp }) }
    }
    expect(isShut(outcomes(reading('self-harm', false), 'some words', 'query'))).toBe(true)
    expect(isPaused(outcomes(reading('profanity', false), 'some words', 'query'))).toBe(true)
    const helped = outcomes(reading('self-harm', true), 'some words', 'query')
    expect([isShut(helped), isPaused(helped), isMetWithHelp(helped)]).toEqual([false, false, true])
    expect(isShut(outcomes(reading('self-harm', true), 'some words', 'page'))).toBe(false)
    expect(isShut(searchOutcomes(reading('self-harm', false), 'zebra crossing'))).toBe(true)
    expect(isShut(searchOutcomes(reading('self-harm', true), 'zebra crossing'))).toBe(false)
  })
})

describe('texts and papers', () => {
  it('our own texts are as many as the paper says, and each stands once', () => {
    const { searches, messages } = helpSeeking()
    const all = [...paragraphs('distress'), ...paragraphs('well'), ...searches, ...messages]
    expect([paragraphs('distress').length, paragraphs('well').length]).toEqual([60, 60])
    expect(searches.length + messages.length).toBe(80)
    expect(new Set(all).size).toBe(all.length)
  })

  it('figures take the place between the markers of the model card and no other', () => {
    const card = 'a\n<!-- figures of npm run evaluate -->\nold\n<!-- end of figures -->\nz\n'
    const once = withFigures(card, 'new')
    expect(once).toMatch(/^a\n<!-- figures[^\n]*\n\nnew\n\n<!-- end of figures -->\nz\n$/)
    expect(withFigures(once, 'new')).toBe(once)
    expect(() => withFigures('no markers', 'new')).toThrow(/no <!-- figures/)
  })
})

describe('the toxicity model that somebody has installed', () => {
  const folders: string[] = []
  /** A folder where a package of that name and this code is installed. */
  async function installed(code: string): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'lapwing-toxicity-'))
    folders.push(folder)
    const home = join(folder, 'node_modules/@tensorflow-models/toxicity')
    await mkdir(home, { recursive: true })
    await writeFile(join(home, 'package.json'), '{"version": "1.2.2", "main": "index.js"}')
    await writeFile(join(home, 'index.js'), code)
    return folder
  }
  const cases: DevCase[] = ['so toxic', 'fine', 'toxic too'].map((text) => ({
    id: text,
    text,
    labels: text.includes('toxic') ? ['bullying'] : [],
    kind: text.includes('toxic') ? 'risk' : 'idiom',
    context: 'typed',
    topic: [],
    expect: 'act',
  }))

  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

  it('is not touched when no folder is named', async () => {
    expect(await toxicityModel(undefined, cases)).toContain('in none of these tables')
  })

  it('that cannot load says why, to the last cause', async () => {
    const folder = await installed(
      `exports.load = async () => { throw new TypeError('fetch failed', { cause: new Error('no hub') }) }`,
    )
    expect(await toxicityModel(folder, cases)).toContain('1.2.2: it fails with “fetch failed: no hub”')
  })

  it('that answers something else is said to', async () => {
    const folder = await installed(`exports.load = async () => ({ classify: async () => 'yes' })`)
    expect(await toxicityModel(folder, cases)).toMatch(/it fails with “.*Array/)
  })

  it('that loads judges the short cases', async () => {
    const folder = await installed(`exports.load = async (threshold) => ({ threshold, async classify(texts) {
      return [{ results: texts.map((text) => ({ match: this.threshold > 0.5 && text.includes('toxic') })) },
              { results: texts.map(() => ({ match: null })) }] } })`)
    const said = await toxicityModel(folder, cases)
    expect(said).toContain(`| risk: any toxicity found | ${inWords({ of: 2, hit: 2 })} |`)
    expect(said).toContain(`| hard benign cases: any toxicity found | ${inWords({ of: 1, hit: 0 })} |`)
  })
})
