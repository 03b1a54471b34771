import { describe, expect, test } from 'vitest'
import { faceOf } from '#extension/screens/blocked/face.ts'
import { screenViews } from '#extension/screens/gallery/views.ts'
import { wordsFor } from '#extension/screens/words/words-for.ts'
import { Band } from '#shared/domain/audience.ts'
import { Action, categoryIds } from '#shared/domain/category.ts'
import { Reason } from '#shared/domain/decision.ts'

const view = screenViews.stop

describe.each(Band.options)('the block screen for %s', (band) => {
  const words = wordsFor(band)
  const face = (decision: Partial<typeof view.decision>) =>
    faceOf({ ...view, band, decision: { ...view.decision, ...decision } }, words)

  test.each(Reason.options)('says something whole for %s', (reason) => {
    for (const action of Action.options)
      for (const category of [null, ...categoryIds]) {
        const { title, lines } = face({ reason, action, category })
        expect(title.trim()).not.toBe('')
        expect(lines.length).toBeGreaterThan(0)
        for (const line of lines) expect(line).toMatch(/^[^{}]*\S[^{}]*$/u)
      }
  })

  test('names the category that decided', () => {
    expect(face({ category: 'gambling' }).lines.join(' ')).not.toBe(
      face({ category: 'violence' }).lines.join(' '),
    )
  })

  test('a lock, a start and a block cannot be gone past', () => {
    expect(face({ reason: 'lock', action: 'block' }).mayGoOn).toBe(false)
    expect(face({ reason: 'not-ready', action: 'block' }).mayGoOn).toBe(false)
    expect(face({ reason: 'category', action: 'block' }).mayGoOn).toBe(false)
    expect(face({ reason: 'help', action: 'block' }).mayGoOn).toBe(false)
  })

  test('a pause and a page of help can', () => {
    expect(face({ reason: 'category', action: 'coach' })).toMatchObject({ kind: 'pause', mayGoOn: true })
    expect(face({ reason: 'help', action: 'coach' })).toMatchObject({ kind: 'help', mayGoOn: true })
  })
})

test('the youngest read one sentence on a block', () => {
  const band = 'eyfs-y2'
  expect(faceOf({ ...view, band }, wordsFor(band)).lines).toHaveLength(1)
})
