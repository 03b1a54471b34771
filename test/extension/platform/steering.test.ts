import { describe, expect, it } from 'vitest'
import { createSteering } from '#extension/platform/gates/steering.ts'
import { safely } from '#shared/policy/safe-search.ts'

function wheel() {
  const went: { tabId: number; url: string }[] = []
  const time = { now: 0 }
  const device = { safely: (url: string) => safely(url, { safeSearch: true, youTube: 'off' }) }
  const tabs = { go: async (tabId: number, url: string) => void went.push({ tabId, url }) }
  return { went, time, steer: createSteering(device, tabs, () => time.now) }
}

const search = (words: string, rest = ''): string => `https://www.google.com/search?q=${words}${rest}`

describe('steering', () => {
  it('takes a tab to the safe form of a search, and lets safe ones be', async () => {
    const { steer, went } = wheel()
    await steer(1, search('cats', '&safe=off'))
    await steer(1, search('cats', '&safe=active'))
    await steer(2, 'https://example.test/')
    expect(went).toEqual([{ tabId: 1, url: search('cats', '&safe=active') }])
  })

  it('gives way to a site that takes the parameter out again, before the tab loads for ever', async () => {
    const { steer, went, time } = wheel()
    for (let load = 0; load < 20; load++) await steer(1, search('cats'))
    expect(went).toHaveLength(3)
    await steer(1, search('dogs'))
    await steer(2, search('cats'))
    expect(went).toHaveLength(5)
    time.now += 61_000
    await steer(2, search('cats'))
    expect(went).toHaveLength(6)
  })
})
