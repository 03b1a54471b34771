import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, test } from 'vitest'
import LessonActions from '#console/lesson/LessonActions.vue'

function inDocument<E extends Element>(kind: new () => E, selector: string): E {
  const found = document.querySelector(selector)
  if (!(found instanceof kind)) throw new Error(`nothing matches ${selector}`)
  return found
}

async function openForm(action: string) {
  const wrapper = mount(LessonActions, { props: { whom: 'everyone' }, attachTo: document.body })
  await wrapper
    .findAll('button')
    .find((button) => button.text() === action)
    ?.trigger('click')
  await flushPromises()
  const send = async (words: string) => {
    const field = inDocument(HTMLElement, '#command input, #command textarea')
    Object.assign(field, { value: words })
    field.dispatchEvent(new Event('input'))
    inDocument(HTMLFormElement, '#command').dispatchEvent(new Event('submit', { cancelable: true }))
    await flushPromises()
  }
  return { wrapper, send }
}

afterEach(() => {
  document.body.innerHTML = ''
})

describe('commands to a lesson', () => {
  test.each([
    ['Lock', 'Eyes on me', { kind: 'lock', message: 'Eyes on me' }],
    ['Lock', '  ', { kind: 'lock', message: null }],
    ['Message', 'Five minutes left', { kind: 'message', text: 'Five minutes left' }],
    ['Open a site', 'bbc.co.uk/bitesize', { kind: 'open', url: 'https://bbc.co.uk/bitesize' }],
    ['Open a site', 'http://bbc.co.uk', { kind: 'open', url: 'http://bbc.co.uk' }],
  ])('%s with %j', async (action, words, body) => {
    const { wrapper, send } = await openForm(action)
    await send(words)
    expect(wrapper.emitted('give')).toEqual([[body]])
  })

  test.each([
    ['Message', ''],
    ['Open a site', ''],
    ['Open a site', 'bitesize'],
    ['Open a site', 'javascript:alert(1)'],
    ['Open a site', 'file:///etc/passwd'],
  ])('%s with %j is refused with a reason, and nothing is sent', async (action, words) => {
    const { wrapper, send } = await openForm(action)
    await send(words)
    expect(wrapper.emitted('give')).toBeUndefined()
    expect(inDocument(HTMLFormElement, '#command').textContent).toMatch(
      /Write something first|That is no address/,
    )
  })

  it('unlocks at once', async () => {
    const { wrapper } = await openForm('Unlock')
    expect(wrapper.emitted('give')).toEqual([[{ kind: 'unlock' }]])
  })
})
