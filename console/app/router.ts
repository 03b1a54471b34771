import { createRouter, createWebHistory } from 'vue-router'
import { useSession } from './session.store.ts'

/** The console's rooms. Each loads when it is first opened. */
export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', name: 'home', redirect: '/lesson' },
    { path: '/sign-in', name: 'sign-in', component: () => import('../sign-in/SignIn.vue') },
    { path: '/lesson', name: 'classes', component: () => import('../lesson/ClassesPage.vue') },
    { path: '/lesson/:id', name: 'lesson', component: () => import('../lesson/LessonPage.vue'), props: true },
    { path: '/flags/:id?', name: 'flags', component: () => import('../flags/FlagsPage.vue'), props: true },
    { path: '/reports', name: 'reports', component: () => import('../reports/ReportsPage.vue') },
    { path: '/devices', name: 'devices', component: () => import('../devices/DevicesPage.vue') },
    { path: '/why', name: 'why', component: () => import('../why/WhyPage.vue') },
    { path: '/:rest(.*)', name: 'nowhere', component: () => import('./NowherePage.vue') },
  ],
})

const roomOf = {
  classes: 'lesson',
  lesson: 'lesson',
  flags: 'flags',
  reports: 'reports',
  devices: 'devices',
  why: 'why',
} as const

router.beforeEach(async (to) => {
  const session = useSession()
  if (session.me === undefined) await session.load()
  if (to.name === 'sign-in') return session.me && to.hash === '' ? '/lesson' : true
  const { me } = session
  // Nothing is known yet: App says why and offers to try again.
  if (me === undefined) return true
  if (me === null) return { name: 'sign-in', query: to.path === '/lesson' ? {} : { then: to.fullPath } }
  const room = Object.entries(roomOf).find(([name]) => name === to.name)?.[1]
  const [first] = me.rooms
  if (room && first && !me.rooms.includes(room)) return `/${first}`
  return true
})
