import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import Button from '#console/ui/Button.vue'

test('a press is told once', async () => {
  const button = mount(Button, { slots: { default: 'Save' } })
  await button.trigger('click')
  expect(button.emitted('click')).toHaveLength(1)
})

test('while loading it says so, keeps its focus and swallows presses', async () => {
  let sent = 0
  const form = mount(
    {
      components: { Button },
      template: '<form @submit.prevent="send"><Button type="submit" loading>Save</Button></form>',
      methods: { send: () => sent++ },
    },
    { attachTo: document.body },
  )
  const button = form.get('button')
  button.element.focus()
  await button.trigger('click')
  expect(button.attributes('aria-busy')).toBe('true')
  expect(document.activeElement).toBe(button.element)
  expect(sent).toBe(0)
  expect(form.getComponent(Button).emitted('click')).toBeUndefined()
  form.unmount()
})

test('as a link it is no button, and a disabled link is dead', async () => {
  const link = mount(Button, { props: { as: 'a', disabled: true }, attrs: { href: '/somewhere' } })
  expect(link.element.tagName).toBe('A')
  expect(link.attributes('type')).toBeUndefined()
  expect(link.attributes('aria-disabled')).toBe('true')
  await link.trigger('click')
  expect(link.emitted('click')).toBeUndefined()
})
