import { describe, expect, it, test } from 'vitest'
import { viewOf } from '#console/lesson/tile-view.ts'
import { at, makeTile } from '#test/support/makers/rows.ts'

const activity = (status: 'blocked' | 'private' | 'idle' | 'paused') => ({
  status,
  site: null,
  title: null,
  category: null,
  since: at,
})

describe('a tile', () => {
  it('shows site, title and category', () => {
    expect(viewOf(makeTile())).toMatchObject({
      site: 'bbc.co.uk',
      title: 'Photosynthesis',
      category: 'Education',
      tone: 'neutral',
    })
  })

  it('hides everything about a private page, whatever the device may have sent with it', () => {
    const leaking = {
      status: 'private' as const,
      site: 'childline.org.uk',
      title: 'Help',
      category: 'support' as const,
      since: at,
    }
    const shown = JSON.stringify(viewOf(makeTile({ activity: leaking })))
    expect(shown).not.toMatch(/childline|Help|support/i)
    expect(viewOf(makeTile({ activity: leaking })).status).toBe('Private page')
  })

  test.each([
    ['not connected', makeTile({ connected: false }), 'Not connected'],
    ['locked', makeTile({ locked: true }), 'Locked'],
    ['silent', makeTile({ activity: null }), 'Nothing open yet'],
    ['idle', makeTile({ activity: activity('idle') }), 'Idle'],
  ])('that is %s says so', (_, tile, status) => {
    expect(viewOf(tile)).toMatchObject({ status, title: '', category: null })
  })

  it('calls for attention by flags first, then requests, then blocked pages', () => {
    const ranked = [
      makeTile({ flagSeverity: 4 }),
      makeTile({ flagSeverity: 1 }),
      makeTile({ waitingRequests: 1 }),
      makeTile({ activity: activity('blocked') }),
      makeTile(),
      makeTile({ connected: false }),
    ].map((tile) => viewOf(tile).attention)
    expect(ranked).toEqual(ranked.toSorted((a, b) => b - a))
    expect(new Set(ranked).size).toBe(ranked.length)
  })
})
