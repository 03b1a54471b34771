import { describe, expect, it } from 'vitest'
import { searchedWords, searchFor, withSearchedWords } from '#shared/classify/text/searched-words.ts'
import { openBundle } from '#shared/classify/url/bundle-reader.ts'
import { urlClassifier } from '#shared/classify/url/classify.ts'
import { starterBundle } from '#shared/classify/url/starter/starter-bundle.ts'
import { wordModel } from '#test/support/word-model.ts'

const bundle = openBundle(starterBundle())
if (!bundle.ok) throw new Error(bundle.error)
const classify = urlClassifier([bundle.value])
const model = wordModel({ grimly: 'self-harm', sneer: 'bullying', please: 'help' })

function judge(words: string) {
  const { evidence, seeksHelp } = withSearchedWords(
    classify(searchFor(words)),
    words,
    model.read(words, 'query'),
    model,
  )
  const found = evidence.flatMap(({ category, source }) => (source === 'query' ? [category] : []))
  return { found, seeksHelp }
}

describe('the lists and the model judge a search together', () => {
  it('the model finds what no list has a phrase for', () => {
    expect(judge('sneer at somebody')).toEqual({ found: ['bullying'], seeksHelp: false })
  })

  it('what the model finds grave in words that a list knows for a call for help counts besides', () => {
    expect(judge('am i anorexic grimly')).toEqual({
      found: ['self-harm', 'eating-disorders'],
      seeksHelp: true,
    })
  })

  it('a category that a list has found stands once', () => {
    expect(judge('i want to die grimly')).toEqual({ found: ['self-harm'], seeksHelp: true })
  })

  it('who looks for help is met with help, though nothing harmful is in the words', () => {
    expect(judge('please listen')).toEqual({ found: [], seeksHelp: true })
  })

  it('nobody makes a listed harmful search one for help by a word the model takes for a plea', () => {
    expect(judge('please pornhub')).toMatchObject({ seeksHelp: false })
    expect(judge('please pornhub').found).not.toEqual([])
  })
})

describe('the address of a search', () => {
  it.each(['a b', 'c++ & d = ?', 'ünïcode £', '#hash'])('holds %s as it was searched for', (words) => {
    expect(searchedWords(classify(searchFor(words)))).toBe(words)
  })
})
