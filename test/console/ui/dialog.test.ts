import { mount } from '@vue/test-utils'
import { afterEach, expect, test } from 'vitest'
import { h, nextTick } from 'vue'
import Dialog from '#console/ui/Dialog.vue'

let close: (() => void) | undefined
afterEach(() => close?.())

function open(tone: 'default' | 'danger') {
  const dialog = mount(Dialog, {
    props: { open: true, title: 'Remove it?', description: 'It stops at once.', tone },
    slots: {
      footer: ({ close: shut }: { close(): void }) => h('button', { id: 'keep', onClick: shut }, 'Keep'),
    },
    attachTo: document.body,
  })
  close = () => dialog.unmount()
  return dialog
}

test('it is named and described, and danger is announced as an alert', async () => {
  open('danger')
  await nextTick()
  const box = document.querySelector('[role=alertdialog]')
  const words = (name: string) => document.getElementById(box?.getAttribute(name) ?? '')?.textContent
  expect(words('aria-labelledby')).toBe('Remove it?')
  expect(words('aria-describedby')).toBe('It stops at once.')
})

test.each([
  ['the slot button', () => document.getElementById('keep')?.click()],
  ['the cross', () => document.querySelector<HTMLElement>('[aria-label=Close]')?.click()],
  [
    'Escape',
    () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })),
  ],
])('%s asks to close', async (_, act) => {
  const dialog = open('default')
  await nextTick()
  act()
  await nextTick()
  expect(dialog.emitted('update:open')).toEqual([[false]])
})
