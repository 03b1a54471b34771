import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packed, writeModel } from '#server/training/write-model.ts'
import { openTextModel, readModelFile } from '#shared/classify/text/open-model.ts'
import { TextContext } from '#shared/domain/text-context.ts'
import { shippedModel, shippedModelFile } from '#test/support/text-model.ts'

const model = shippedModel()
const contexts = fc.constantFrom('page' as const, 'query' as const, 'typed' as const)

describe('a model file is checked before it is used', () => {
  const errorOf = async (file: ArrayBuffer) => {
    const opened = await openTextModel(file)
    return opened.ok ? 'opened' : opened.error
  }

  it.each([0, 3, 4, 16, 400])('one that lacks %i bytes (0: all) is refused as truncated', async (bytes) => {
    const file = shippedModelFile()
    expect(await errorOf(bytes === 0 ? new ArrayBuffer(0) : file.slice(0, -bytes))).toContain('truncated')
  })

  it('one of another format names both formats', async () => {
    const file = shippedModelFile()
    new DataView(file).setUint32(4, 99, true)
    expect(await errorOf(file)).toContain('format 99')
  })

  it('one that is far too large is not even read', async () => {
    expect(await errorOf(new ArrayBuffer(5_000_000))).toContain('too large')
  })

  it('any other file is no text model', async () => {
    expect(await errorOf(new TextEncoder().encode('<!doctype html><p>Not found</p>').buffer)).toBe(
      'this is no text model',
    )
  })

  it('one that unpacks to more than a model may hold is refused before it is all unpacked', async () => {
    expect(await errorOf(packed(new Uint8Array(500_000_000)))).toContain('too large')
  })

  it('one whose sections do not fit together is refused', async () => {
    const read = await readModelFile(shippedModelFile())
    if (!read.ok) throw new Error(read.error)
    const { head, sections } = read.value
    const fewer = { ...sections, weights: sections.weights.slice(1) }
    expect(await errorOf(writeModel(head, fewer))).toContain('do not fit together')
  })

  it('one with any bit flipped is refused', async () => {
    const whole = shippedModelFile()
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.byteLength * 8 - 1), async (bit) => {
        const file = whole.slice(0)
        const bytes = new Uint8Array(file)
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        expect((await openTextModel(file)).ok).toBe(false)
      }),
      { numRuns: 60 },
    )
  })
})

describe('any text is read', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('kill ', 'myself', '\ud800', '🔫', '. ', 'ѕ', '\u200d', 'ب', '1') }),
  )

  it('without a throw, with scores from 0 to 1 and spans inside the text', () => {
    fc.assert(
      fc.property(texts, contexts, (text, context) => {
        const { findings, near, distress } = model.read(text, context)
        expect(distress).toBeGreaterThanOrEqual(0)
        expect(distress).toBeLessThanOrEqual(1)
        for (const { score, spans, why } of [...findings, ...near]) {
          expect(score).toBeGreaterThanOrEqual(0)
          expect(score).toBeLessThanOrEqual(1)
          expect(why).not.toBe('')
          expect(spans.length).toBeGreaterThan(0)
          for (const { start, end } of spans) {
            expect(start).toBeGreaterThanOrEqual(0)
            expect(end).toBeGreaterThan(start)
            expect(end).toBeLessThanOrEqual(text.length)
          }
        }
        expect(findings.every(({ score }) => score >= 0.5)).toBe(true)
        expect(near.length).toBeLessThanOrEqual(3)
      }),
    )
  })

  it('the same text reads the same, whatever was read before', () => {
    const text = 'i want to kill myself'
    const first = model.read(text, 'typed')
    model.read('watch porn online', 'query')
    expect(model.read(text, 'typed')).toEqual(first)
  })

  it('nothing is found in nothing', () => {
    expect(model.read('', 'page')).toEqual({ findings: [], near: [], distress: 0, seeksHelp: false })
  })

  it('fifty megabytes in one line cost no more than the part that is read', () => {
    const page = 'the quick brown fox '.repeat(2_500_000)
    expect(model.read(page, 'page').findings).toEqual([])
  })
})

describe('a button of a page', () => {
  it.each(['Send a picture', 'Send photo', 'Send a picture chosen 1', 'Delete after viewing', 'Say hi'])(
    'such as “%s” is no harm by itself',
    (words) => {
      expect(model.read(words, 'page').findings).toEqual([])
      expect(model.read(`${words}\n${words}`, 'page').findings).toEqual([])
    },
  )

  it('is harm when it says so outright', () => {
    expect(model.read('Free porn videos', 'page').findings.map(({ category }) => category)).toContain(
      'pornography',
    )
  })
})

describe('saying it again and again', () => {
  it.each([
    'ha'.repeat(80),
    'test'.repeat(20),
    'boom boom boom boom boom',
    'na na na na na na na na na na na na',
    'work work work work work work',
    'tick tock '.repeat(15),
    'gay gay',
    'kill kill kill',
  ])('makes no harm of “%s”', (text) => {
    for (const context of TextContext.options) expect(model.read(text, context).findings).toEqual([])
  })

  it('leaves what is harm when said once', () => {
    for (const text of ['porn', 'porn porn porn'])
      expect(model.read(text, 'query').findings.map(({ category }) => category)).toContain('pornography')
  })
})

describe('a page is read as it comes', () => {
  it('what one piece shows stays found, with spans that count within all that was added', () => {
    const page = model.readPage()
    const calm = 'The town is famous for its steelworks. '
    const risky = 'Watch free porn videos online.'
    expect(page.add(calm).findings).toEqual([])
    const found = page.add(risky).findings[0]
    expect(found?.category).toBe('pornography')
    expect(found?.spans[0]?.start).toBeGreaterThanOrEqual(calm.length)
    expect(page.add(calm).findings[0]).toMatchObject({ category: 'pornography', spans: found?.spans })
  })

  it('in pieces or as a whole, it is about the same', () => {
    const pieces = ['The recipe needs flour. ', 'Buy cocaine online, shipped overnight. ', 'Stir well.']
    const page = model.readPage()
    const last = pieces.map((piece) => page.add(piece)).at(-1)
    const whole = model.read(pieces.join(''), 'page')
    expect(last?.findings.map(({ category }) => category)).toEqual(
      whole.findings.map(({ category }) => category),
    )
  })
})
