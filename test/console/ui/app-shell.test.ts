import { LayoutGrid } from '@lucide/vue'
import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import AppShell from '#console/ui/AppShell.vue'

const nav = [
  { id: 'live', label: 'Live', icon: LayoutGrid, href: '/live', current: true },
  {
    id: 'queue',
    label: 'Queue',
    icon: LayoutGrid,
    href: '/queue',
    current: false,
    count: 3,
    countLabel: '3 new',
  },
]

test('a plain press stays in the app, one for a new tab is left to the browser', async () => {
  const shell = mount(AppShell, { props: { nav } })
  const queue = shell.get('a[href="/queue"]')
  await queue.trigger('click', { ctrlKey: true })
  expect(shell.emitted('navigate')).toBeUndefined()
  await queue.trigger('click')
  expect(shell.emitted('navigate')).toEqual([['/queue']])
})

test('says where you are, what waits, and lets you skip to the content', async () => {
  const shell = mount(AppShell, { props: { nav }, slots: { default: 'Hello' }, attachTo: document.body })
  expect(shell.get('[aria-current=page]').text()).toContain('Live')
  expect(shell.get('a[href="/queue"]').text()).toContain('(3 new)')
  await shell.get('a[href="#main"]').trigger('click')
  expect(document.activeElement).toBe(shell.get('main').element)
  shell.unmount()
})
