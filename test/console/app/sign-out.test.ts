import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it, vi } from 'vitest'
import App from '#console/app/App.vue'
import { useLive } from '#console/app/live.store.ts'
import { router } from '#console/app/router.ts'
import { useSession } from '#console/app/session.store.ts'
import type { Me } from '#shared/protocol/console-api.ts'

const me: Me = {
  staffId: 'dsl',
  name: 'Staff dsl',
  schoolId: 'made',
  schoolName: 'Made School',
  roles: ['dsl'],
  rooms: ['flags', 'reports'],
  sessionEndsAt: 9e12,
}

beforeEach(() => {
  setActivePinia(createPinia())
})

it('leaves nothing in memory for the next person at this computer', async () => {
  const leave = vi.spyOn(location, 'replace').mockImplementation(() => undefined)
  const session = useSession()
  Object.assign(useLive(), { open: () => undefined, close: () => undefined })
  mount(App, { shallow: true, global: { plugins: [router] } })
  session.me = me
  await flushPromises()
  expect(leave).not.toHaveBeenCalled()
  session.ended()
  await flushPromises()
  expect(leave).toHaveBeenCalledWith('/sign-in')
})

it('does not call somebody signed out whose session goes on', async () => {
  vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('no network'))
  const session = useSession()
  session.me = me
  expect(await session.signOut()).toMatchObject({ ok: false, error: { code: 'offline' } })
  expect(session.me).toEqual(me)
})
