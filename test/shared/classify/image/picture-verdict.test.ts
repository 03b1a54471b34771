import { describe, expect, it } from 'vitest'
import {
  isExplicitPage,
  isWorthASecondLook,
  mayReveal,
  pictureVerdict,
} from '#shared/classify/image/picture-verdict.ts'
import { meanOf, scoresOf } from '#shared/classify/image/scores.ts'
import type { Band } from '#shared/domain/audience.ts'
import type { PictureScores } from '#shared/domain/picture.ts'

const scores = (change: Partial<PictureScores>): PictureScores => ({
  drawing: 0,
  hentai: 0,
  neutral: 0,
  porn: 0,
  sexy: 0,
  ...change,
})
const shown = (band: Band, change: Partial<PictureScores>, prior: 'good' | 'ordinary' = 'ordinary') =>
  pictureVerdict(scores(change), { band, use: 'shown', prior })
const sent = (band: Band, change: Partial<PictureScores>) =>
  pictureVerdict(scores(change), { band, use: 'upload', prior: 'good' })

describe('a picture', () => {
  it('is kept for what is photographed and drawn together', () => {
    expect(shown('y7-y9', { porn: 0.4, hentai: 0.3 })).toBe('pornography')
    expect(shown('y7-y9', { porn: 0.4, hentai: 0.29 })).toBeNull()
  })

  it('is shown when what is not explicit of it is neutral or drawn, and kept when it is sexy', () => {
    expect(shown('y7-y9', { porn: 0.8, sexy: 0.04, neutral: 0.16 })).toBeNull()
    expect(shown('y7-y9', { porn: 0.8, neutral: 0.1, drawing: 0.1 })).toBeNull()
    expect(shown('y7-y9', { porn: 0.7, sexy: 0.2, neutral: 0.1 })).toBe('pornography')
    expect(shown('y7-y9', { porn: 0.86, neutral: 0.14 })).toBe('pornography')
  })

  it('is kept from children of primary school whatever the rest of it is', () => {
    expect(shown('y3-y6', { porn: 0.5, neutral: 0.5 })).toBe('pornography')
    expect(sent('y3-y6', { porn: 0.7, neutral: 0.3 })).toBe('pornography')
  })

  it('is kept sooner from children of primary school, also for being sexy', () => {
    for (const band of ['eyfs-y2', 'y3-y6'] as const) {
      expect(shown(band, { porn: 0.5 })).toBe('pornography')
      expect(shown(band, { sexy: 0.8 })).toBe('sexual-content')
    }
    expect(shown('y10-y11', { porn: 0.5 })).toBeNull()
    expect(shown('sixth', { sexy: 1 })).toBeNull()
  })

  it('needs more on a page that is known to be good: swimmers, statues and anatomy are there', () => {
    expect(shown('y7-y9', { porn: 0.84 }, 'good')).toBeNull()
    expect(shown('y3-y6', { sexy: 0.9 }, 'good')).toBeNull()
    expect(shown('y3-y6', { porn: 0.85 }, 'good')).toBe('pornography')
  })

  it('is stopped on its way to a page only when it is likely, whatever the page', () => {
    expect(sent('y10-y11', { porn: 0.84 })).toBeNull()
    expect(sent('y10-y11', { porn: 0.85 })).toBe('pornography')
    expect(sent('y3-y6', { porn: 0.7 })).toBe('pornography')
    expect(sent('y3-y6', { sexy: 1 })).toBeNull()
  })

  it('that was kept for pornography is never shown to the youngest', () => {
    for (const band of ['eyfs-y2', 'y3-y6'] as const) {
      expect(mayReveal(band, 'pornography')).toBe(false)
      expect(mayReveal(band, null)).toBe(false)
      expect(mayReveal(band, 'sexual-content')).toBe(true)
    }
    expect(mayReveal('y7-y9', 'pornography')).toBe(true)
  })
})

describe('a second look', () => {
  it('is worth it where the strictest threshold would keep the picture', () => {
    expect(isWorthASecondLook(scores({ porn: 0.3, hentai: 0.2 }))).toBe(true)
    expect(isWorthASecondLook(scores({ sexy: 0.8 }))).toBe(true)
    expect(isWorthASecondLook(scores({ porn: 0.49, sexy: 0.5 }))).toBe(false)
  })

  it('counts as much as the first', () => {
    const mean = meanOf([scores({ porn: 0.9, neutral: 0.1 }), scores({ porn: 0.1, neutral: 0.9 })])
    expect(mean).toEqual(scores({ porn: 0.5, neutral: 0.5 }))
  })
})

describe('a page', () => {
  it('is about what a third of its pictures show, when they are several', () => {
    expect(isExplicitPage(3, 3)).toBe(false)
    expect(isExplicitPage(4, 4)).toBe(true)
    expect(isExplicitPage(4, 11)).toBe(true)
    expect(isExplicitPage(4, 12)).toBe(false)
  })
})

describe('what a model says', () => {
  it('is read in the order of its output', () => {
    expect(scoresOf([0.1, 0.2, 0.3, 0.35, 0.05])).toEqual({
      drawing: 0.1,
      hentai: 0.2,
      neutral: 0.3,
      porn: 0.35,
      sexy: 0.05,
    })
  })

  it.each([
    ['nothing', []],
    ['no number', [Number.NaN, 0, 0, 0, 0]],
    ['too little', [0, 0, 0, 0, 0]],
    ['too much', [1, 1, 0, 0, 0]],
    ['other kinds', [0.5, 0.5]],
  ])('is not believed when it is %s', (_, output) => {
    expect(scoresOf(output)).toBeNull()
  })
})
