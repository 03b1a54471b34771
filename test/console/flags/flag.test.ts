import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import CloseFlagForm from '#console/flags/CloseFlagForm.vue'
import { logOf } from '#console/flags/flag-log.ts'
import FlagEvidence from '#console/flags/FlagEvidence.vue'
import FlagQueue from '#console/flags/FlagQueue.vue'
import { at, makeFlag } from '#test/support/makers/rows.ts'

describe('the evidence of a flag', () => {
  it('shows words, address and trace as text, never as markup', () => {
    const flag = makeFlag({
      words: '<img src=x onerror=alert(1)>',
      url: 'https://x.test/<script>',
      title: '<b>bold</b>',
    })
    const wrapper = mount(FlagEvidence, { props: { flag } })
    expect(wrapper.find('img, script, b').exists()).toBe(false)
    expect(wrapper.text()).toContain('<img src=x onerror=alert(1)>')
    expect(wrapper.text()).toContain('Search “words” counts as Self-harm and suicide')
  })

  it('has no link to the page and spells out letters that would reorder it', () => {
    const wrapper = mount(FlagEvidence, {
      props: { flag: makeFlag({ url: 'https://x.test/\u202Egpj.exe' }) },
    })
    expect(wrapper.find('a').exists()).toBe(false)
    expect(wrapper.text()).toContain('\\u{202e}gpj.exe')
  })
})

describe('the queue', () => {
  it('tells a teacher no more than that the safeguarding team has it', () => {
    const row = makeFlag({ access: 'told-only' })
    const text = mount(FlagQueue, { props: { rows: [row], now: at, openId: null } }).text()
    expect(text).toContain('The safeguarding team has been told')
    expect(text).not.toMatch(/Self-harm|google|Searched/)
  })
})

describe('closing a flag', () => {
  it('asks for outcome, intent and reason before it closes', async () => {
    const wrapper = mount(CloseFlagForm, { props: { busy: false } })
    await wrapper.find('form').trigger('submit')
    expect(wrapper.emitted('save')).toBeUndefined()
    expect(wrapper.text()).toContain('Choose an outcome')
    await wrapper.find('input[value="spoke-with-pupil"]').setValue(true)
    await wrapper.find('input[value="unknown"]').setValue(true)
    await wrapper.find('textarea').setValue('  Talked at break.  ')
    await wrapper.find('form').trigger('submit')
    expect(wrapper.emitted('save')).toEqual([
      [{ outcome: 'spoke-with-pupil', intent: 'unknown', why: 'Talked at break.' }],
    ])
  })
})

describe('the log of a flag', () => {
  it('tells what was done in order', () => {
    const closed = { at: at + 9, by: 'B', outcome: 'no-action', intent: 'unknown', why: 'Fine.' } as const
    const notes = [{ at: at + 5, by: 'C', text: 'Called home.' }]
    const flag = makeFlag({ acknowledgedAt: at + 1, acknowledgedBy: 'A', notes, closed })
    expect(logOf(flag).map(({ who, quote }) => [who, quote])).toEqual([
      ['A', undefined],
      ['C', 'Called home.'],
      ['B', 'Fine.'],
    ])
  })
})
