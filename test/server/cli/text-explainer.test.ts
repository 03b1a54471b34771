import { expect, it } from 'vitest'
import { createTextExplainer } from '#server/cli/explain/text-explainer.ts'
import type { TextModel, TextReading } from '#shared/classify/text/reading.ts'
import { openBundle } from '#shared/classify/url/bundle-reader.ts'
import { urlClassifier } from '#shared/classify/url/classify.ts'
import { starterBundle } from '#shared/classify/url/starter/starter-bundle.ts'
import { type Band, pupilBands } from '#shared/domain/audience.ts'
import type { CategoryId } from '#shared/domain/category.ts'
import type { TextContext } from '#shared/domain/text-context.ts'

function openStarter() {
  const opened = openBundle(starterBundle())
  if (!opened.ok) throw new Error(opened.error)
  return opened.value
}

/** A model that finds the same in every text. */
function modelOf(category: CategoryId, score: number, more: Partial<TextReading> = {}): TextModel {
  const finding = { category, score, spans: [{ start: 0, end: 1 }], why: 'a letter' }
  const passes = score >= 0.5
  const reading = {
    findings: passes ? [finding] : [],
    near: passes ? [] : [finding],
    distress: 0,
    seeksHelp: false,
    ...more,
  }
  return { name: 'text 0', read: () => reading, readPage: () => ({ add: () => reading }) }
}

const classify = urlClassifier([openStarter()])

const explainText = (
  text: string,
  model: TextModel,
  context: TextContext,
  bands: readonly Band[] = pupilBands,
) => createTextExplainer({ model, classify }, { bands, period: 'school-day' })({ id: 1, text, context })

function explain(model: TextModel, context: TextContext, bands?: readonly Band[]) {
  const { categories, act } = explainText('x', model, context, bands)
  return [act, categories.map(({ severity }) => severity)]
}

it('acts when a device would for pupils of any band asked about', () => {
  const swearing = modelOf('profanity', 0.9)
  expect(explain(swearing, 'page')).toEqual([true, [0]])
  expect(explain(swearing, 'page', ['y3-y6'])).toEqual([true, [0]])
  expect(explain(swearing, 'page', ['sixth'])).toEqual([false, [0]])
})

it('acts when it would raise a flag, though nothing is shut', () => {
  expect(explain(modelOf('grooming', 0.9), 'typed')).toEqual([true, [4]])
  expect(explain(modelOf('grooming', 0.9), 'page')).toEqual([true, [3]])
})

it('acts on typed words as a device does: with a hint or a flag, and with swearing by age', () => {
  expect(explain(modelOf('drugs', 0.9), 'typed')).toEqual([true, [2]])
  expect(explain(modelOf('profanity', 0.9), 'typed', ['y3-y6'])).toEqual([true, [0]])
  expect(explain(modelOf('profanity', 0.9), 'typed', ['y10-y11'])).toEqual([false, [0]])
  expect(explain(modelOf('piracy', 0.9), 'typed')).toEqual([false, [1]])
})

it('does nothing about what stays below its threshold, and gives it no severity', () => {
  expect(explain(modelOf('self-harm', 0.49), 'typed')).toEqual([false, [0]])
})

it('does not call it acting when somebody who looks for help is shown help', () => {
  expect(explain(modelOf('bullying', 0.9, { seeksHelp: true }), 'query')).toEqual([false, [2]])
  // What is grave goes to the safeguarding team all the same.
  expect(explain(modelOf('self-harm', 0.9, { seeksHelp: true }), 'query')).toEqual([true, [4]])
})

it('counts the phrases of the lists in a search, and says where they stand', () => {
  const quiet = modelOf('drugs', 0.2)
  const { categories, act, seeksHelp } = explainText('please  help, i want TO die', quiet, 'query')
  expect(act).toBe(true)
  expect(seeksHelp).toBe(true)
  expect(categories).toMatchObject([{ id: 'self-harm', score: 1, severity: 4 }])
  expect(categories[0]?.spans).toEqual([{ start: 14, end: 27 }])
  expect(explainText('i want to die', quiet, 'typed').act).toBe(false)
})

it('reads a search of any letters, lone surrogates too', () => {
  expect(explainText('\ud800 #&?=% ', modelOf('drugs', 0.2), 'query').act).toBe(false)
})
