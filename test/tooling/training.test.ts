import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildModel, evenThresholds, type Material } from '#server/training/build-model.ts'
import type { Example } from '#server/training/examples.ts'
import { expand } from '#server/training/expand.ts'
import { randomFrom } from '#server/training/random.ts'
import { readWords } from '#server/training/words-file.ts'
import type { TextLabel } from '#shared/classify/text/labels.ts'
import { openTextModel } from '#shared/classify/text/open-model.ts'
import type { TextContext } from '#shared/classify/text/reading.ts'
import { hashesFrom, stepsOf } from '#shared/classify/text/sorted-hashes.ts'

describe('a words file', () => {
  const read = (text: string) => readWords(text, 'drugs.txt', 'drugs')
  const value = (text: string) => {
    const file = read(text)
    if (!file.ok) throw new Error(file.error)
    return file.value
  }

  it('holds phrases in tiers, examples with contexts and labels, and lists', () => {
    const { phrases, examples, lists } = value(
      '# drugs\n3 buy weed\n@who: a mate; my plug\n+ typed,query: {who} has weed\n- page: weed the garden\n= gambling\n+ [gambling drugs]: bet for weed',
    )
    expect(phrases).toEqual([{ label: 'drugs', tier: 3, words: 'buy weed' }])
    expect(lists.get('who')).toBe('a mate; my plug')
    expect(examples.map(({ labels, contexts, origin }) => [labels, contexts, origin])).toEqual([
      [['drugs'], ['typed', 'query'], 'drugs.txt:4'],
      [[], ['page'], 'drugs.txt:5'],
      [['gambling', 'drugs'], ['page', 'query', 'typed'], 'drugs.txt:7'],
    ])
  })

  it.each(['buy weed', '+ somewhere: weed', '+ [weed]: weed', '= weed'])(
    'with “%s” in it is refused, and the line named',
    (line) => {
      expect(read(`3 buy weed\n${line}`)).toMatchObject({
        ok: false,
        error: expect.stringContaining('drugs.txt:2') as string,
      })
    },
  )
})

describe('a template', () => {
  const lists = new Map([['day', 'today; {every |}monday']])

  it('gives every form, with single spaces', () => {
    expect(expand('{go|run} {day}  now', lists, 20, randomFrom(1)).toSorted()).toEqual([
      'go every monday now',
      'go monday now',
      'go today now',
      'run every monday now',
      'run monday now',
      'run today now',
    ])
  })

  it('gives no more than are wanted, and the same by the same chance', () => {
    const some = () => expand('{a|b|c} {a|b|c} {a|b|c} {a|b|c}', lists, 7, randomFrom(5))
    expect(some()).toHaveLength(7)
    expect(some()).toEqual(some())
  })

  it('that names a list which is not there is refused', () => {
    expect(() => expand('{night}', lists, 5, randomFrom(1))).toThrow('night')
  })
})

it('rising keys come back from their steps', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(0xffffffff)), (numbers) => {
      const keys = Uint32Array.from(numbers).toSorted()
      expect(hashesFrom(stepsOf(keys))).toEqual(keys)
    }),
  )
})

describe('a model of a few words', () => {
  const contexts: readonly TextContext[] = ['page', 'query', 'typed']
  const about = (labels: readonly TextLabel[], ...texts: string[]): Example[] =>
    texts.flatMap((text) =>
      contexts.flatMap((context) =>
        [1, 2, 3].map((nth) => ({
          text,
          context,
          labels,
          decides: undefined,
          weight: 3,
          isOwn: true,
          origin: `${text} ${nth}`,
        })),
      ),
    )
  const material: Material = {
    phrases: [{ label: 'drugs', tier: 3, words: 'buy weed' }],
    cues: new Map([['school', ['lesson', 'pupils']]]),
    examples: [
      ...about(['drugs'], 'buy weed tonight', 'we can buy weed', 'who will buy weed', 'smoking weed again'),
      ...about([], 'weed the garden', 'we can buy bread', 'who will buy milk', 'a lesson for pupils again'),
    ],
    ordinary: [['the garden and the bread'], ['the garden and the bread'], ['the garden'], ['the garden']],
  }
  const build = () => buildModel('few 1', material, () => {}).write(evenThresholds)

  it('has the same bytes each time', () => {
    expect(new Uint8Array(build())).toEqual(new Uint8Array(build()))
  })

  it('finds what it learnt, disguised too, and says where', async () => {
    const opened = await openTextModel(build())
    if (!opened.ok) throw new Error(opened.error)
    const categories = (text: string) =>
      opened.value.read(text, 'typed').findings.map(({ category }) => category)
    expect(categories('we buy weed')).toEqual(['drugs'])
    expect(categories('we buy w33d')).toEqual(['drugs'])
    expect(categories('we buy bread for the garden')).toEqual([])
    expect(opened.value.read('ok, we buy weed', 'typed').findings[0]?.spans).toEqual([{ start: 7, end: 15 }])
  })
})
