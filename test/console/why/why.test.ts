import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { changesInWords } from '#console/why/change-words.ts'
import { segmentsOf } from '#console/why/highlight.ts'
import WhyForm from '#console/why/WhyForm.vue'
import WhyPage from '#console/why/WhyPage.vue'
import WhyReading from '#console/why/WhyReading.vue'
import type { WhyAnswer, WhyFinding, WhyReading as Reading } from '#shared/protocol/why.ts'

const finding = (start: number, end: number, more: Partial<WhyFinding> = {}): WhyFinding => ({
  category: 'self-harm',
  score: 0.97,
  severity: 4,
  spans: [{ start, end }],
  why: 'these words',
  ...more,
})
const reading = (text: string, findings: WhyFinding[], more: Partial<Reading> = {}): Reading => ({
  text,
  context: 'typed',
  findings,
  near: [],
  distress: 0,
  seeksHelp: false,
  ...more,
})

describe('a text cut at its spans', () => {
  const cut = (text: string, ...findings: WhyFinding[]): string[] =>
    segmentsOf(text, findings).map((segment) => (segment.finding ? `[${segment.text}]` : segment.text))

  it('keeps every letter, in order', () => {
    expect(cut('one two three', finding(4, 7))).toEqual(['one ', '[two]', ' three'])
    expect(cut('one', finding(0, 3))).toEqual(['[one]'])
    expect(cut('one')).toEqual(['one'])
    expect(cut('')).toEqual([])
  })

  it('gives words that several findings claim to one of them, and loses none', () => {
    expect(cut('abcdef', finding(0, 4), finding(2, 6))).toEqual(['[abcd]', '[ef]'])
    expect(cut('abcdef', finding(0, 6), finding(2, 4))).toEqual(['[abcdef]'])
    expect(cut('abcdef', finding(4, 9), finding(8, 9))).toEqual(['abcd', '[ef]'])
  })
})

describe('the words that were read', () => {
  it('are text, never markup, with what was found marked and named', () => {
    const text = '<img src=x> i want to die'
    const wrapper = mount(WhyReading, { props: { reading: reading(text, [finding(14, 25)]) } })
    expect(wrapper.find('img').exists()).toBe(false)
    expect(wrapper.find('mark').text()).toBe('want to die (Self-harm and suicide)')
    expect(wrapper.text()).toContain('0.97 of 1, critical flag')
  })

  it('show what came near when nothing passes, without a severity', () => {
    const near = [finding(0, 4, { category: 'drugs', score: 0.4, severity: 0 })]
    const wrapper = mount(WhyReading, { props: { reading: reading('weed', [], { near }) } })
    expect(wrapper.text()).toContain('Nothing passes its threshold')
    expect(wrapper.text()).toContain('0.40 of 1, below its threshold')
  })

  it('say that somebody looks for help, or is not well', () => {
    const wrapper = mount(WhyReading, {
      props: { reading: reading('x', [], { seeksHelp: true, distress: 0.8 }) },
    })
    expect(wrapper.text()).toContain('Somebody looks for help here')
    expect(wrapper.text()).toContain('not well')
  })
})

describe('what would change it, in words', () => {
  it('puts bands with the same outcome together', () => {
    const band = (name: 'y10-y11' | 'sixth', action: 'coach' | 'allow') =>
      ({ variation: { kind: 'band', band: name }, action, reason: 'category', flag: 0 }) as const
    expect(changesInWords([band('y10-y11', 'coach'), band('sixth', 'coach')])).toEqual([
      { when: 'In Years 10 and 11, Sixth form', action: 'coach', flag: 0 },
    ])
    expect(changesInWords([band('y10-y11', 'coach'), band('sixth', 'allow')])).toHaveLength(2)
  })
})

describe('the form', () => {
  it('asks for something to ask about', async () => {
    const wrapper = mount(WhyForm, { props: { busy: false } })
    await wrapper.find('form').trigger('submit')
    expect(wrapper.text()).toContain('Paste an address first')
    expect(wrapper.emitted('ask')).toBeUndefined()
  })

  it('asks about words where they stand, for a year in a period', async () => {
    const wrapper = mount(WhyForm, { props: { busy: false } })
    await wrapper.find('input[value="text"]').setValue(true)
    await wrapper.find('textarea').setValue(' some words ')
    await wrapper.find('input[value="query"]').setValue(true)
    await wrapper.find('select').setValue('0')
    await wrapper.find('input[value="lesson"]').setValue(true)
    await wrapper.find('form').trigger('submit')
    expect(wrapper.emitted('ask')).toEqual([
      [{ about: { kind: 'text', text: ' some words ', context: 'query' }, year: 0, period: 'lesson' }],
    ])
  })
})

describe('the page', () => {
  afterEach(() => vi.unstubAllGlobals())

  const answer: WhyAnswer = {
    decision: {
      action: 'block',
      reason: 'category',
      category: 'gambling',
      categories: ['gambling'],
      flag: 0,
      trace: [{ from: 'starter 2', found: 'bet365.com is gambling' }],
    },
    host: 'bet365.com',
    reading: null,
    changes: [],
    by: { policy: 3, lists: 'ours 1', model: null },
  }

  async function askOnce(respond: () => Promise<Response>) {
    vi.stubGlobal('fetch', respond)
    const wrapper = mount(WhyPage, { global: { plugins: [createPinia()] } })
    expect(wrapper.text()).toContain('Nothing is asked yet')
    await wrapper.find('input[type="text"]').setValue('bet365.com')
    await wrapper.find('form').trigger('submit')
    await flushPromises()
    return wrapper
  }

  it('shows the decision, what it came from and what would change it', async () => {
    const wrapper = await askOnce(async () => Response.json(answer))
    for (const words of [
      'Blocked',
      'By its category',
      'Packaged lists (version 2) bet365.com counts as Gambling',
      'School’s policy (version 3), School’s lists (ours 1)',
      'Nothing: neither',
    ])
      expect(wrapper.text()).toContain(words)
    expect(wrapper.find('[role="status"]').text()).toBe('Year 8, school day: Blocked')
  })

  it('says so when the server can’t be reached, and asks again', async () => {
    let calls = 0
    const wrapper = await askOnce(async () => {
      calls++
      throw new TypeError('no network')
    })
    expect(wrapper.find('[role="alert"]').text()).toContain('can’t be reached')
    await wrapper.find('[role="alert"] button').trigger('click')
    await flushPromises()
    expect(calls).toBe(2)
  })

  it('says that an address leads nowhere, and decides nothing about it', async () => {
    const decision = { ...answer.decision, action: 'allow', reason: 'default', categories: [], trace: [] }
    const nowhere = await askOnce(async () => Response.json({ ...answer, decision, host: '' }))
    expect(nowhere.text()).toContain('That leads to no site')
    expect(nowhere.text()).not.toContain('Let through')
  })

  it('says what becomes of an address without a site that is shut', async () => {
    const shut = await askOnce(async () => Response.json({ ...answer, host: '' }))
    expect(shut.text()).toContain('Blocked')
    expect(shut.text()).not.toContain('That leads to no site')
  })
})
