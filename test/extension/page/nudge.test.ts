import { afterEach, describe, expect, it, vi } from 'vitest'
import { createNudges } from '#extension/page/nudge.ts'
import { nudgeCard } from '#extension/screens/nudge-card.ts'
import { Band } from '#shared/domain/audience.ts'
import { NudgeKind } from '#shared/domain/nudge.ts'

const attach = vi.spyOn(Element.prototype, 'attachShadow')
const frame = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50))
const shown = (): ShadowRoot => attach.mock.results.at(-1)?.value as ShadowRoot

afterEach(() => attach.mockClear())

describe('a hint', () => {
  it('says its words out of the page’s reach, is told to a screen reader, and takes no focus', async () => {
    document.body.innerHTML = '<textarea></textarea>'
    document.querySelector('textarea')?.focus()
    createNudges(window).show(
      nudgeCard({ kind: 'hurtful', band: 'y7-y9', category: 'bullying', isTold: false }),
    )
    await frame()
    expect(attach).toHaveBeenCalledWith({ mode: 'closed' })
    expect(shown().querySelector('[role=status]')?.textContent).toContain('Think before you post')
    expect(shown().querySelector('[role=status]')?.textContent).toContain('Nobody has been told')
    expect(shown().querySelectorAll('a')).toHaveLength(0)
    expect(document.activeElement?.localName).toBe('textarea')
  })

  it('goes by its button, by Escape, and when the next one comes', async () => {
    const nudges = createNudges(window)
    const card = nudgeCard({ kind: 'rude', band: 'y3-y6', category: null, isTold: false })
    nudges.show(card)
    shown().querySelector('button')?.click()
    expect(shown().host.isConnected).toBe(false)
    nudges.show(card)
    const second = shown().host
    nudges.show(card)
    expect(second.isConnected).toBe(false)
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
    expect(shown().host.isConnected).toBe(false)
  })

  it('shows help lines of the worry where there is one', async () => {
    createNudges(window).show(
      nudgeCard({ kind: 'help', band: 'y10-y11', category: 'self-harm', isTold: true }),
    )
    await frame()
    const links = [...shown().querySelectorAll('a')].map(({ href }) => href)
    expect(links).toContain('https://www.samaritans.org/')
    expect(shown().textContent).toContain('116 123')
  })

  it('has words for every kind and band', () => {
    for (const kind of NudgeKind.options)
      for (const band of Band.options) {
        const card = nudgeCard({ kind, band, category: 'self-harm', isTold: true })
        expect(card.lines.length).toBeGreaterThan(0)
        expect(card.help.length > 0).toBe(['help', 'unsafe', 'risky'].includes(kind))
      }
  })
})
