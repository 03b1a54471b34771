import { createApp } from 'vue'
import type { Band } from '#shared/domain/audience.ts'
import BlockedApp from '../blocked/BlockedApp.vue'
import PopupApp from '../popup/PopupApp.vue'
import UploadApp from '../upload/UploadApp.vue'
import GalleryIndex from './GalleryIndex.vue'
import { createMockTransport, type MockSchool } from './mock-transport.ts'
import { popupViews, screenViews } from './views.ts'
import '../tokens.css'
import '../base.css'

const asked = new URLSearchParams(location.search)
const band = (asked.get('band') ?? 'y7-y9') as Band
const state = asked.get('state') ?? 'stop'
const screen = { ...(screenViews[state as keyof typeof screenViews] ?? screenViews.stop), band }
const popup = { ...(popupViews[state as keyof typeof popupViews] ?? popupViews.protected), band }
const school: MockSchool = {
  screen,
  popup,
  filed: state === 'offline' ? 'stored' : 'sent',
  receipts: [],
  mood: state === 'silent' || state === 'failing' ? state : 'answering',
}
document.documentElement.dataset['theme'] = asked.get('theme') ?? ''
document.documentElement.dir = asked.get('dir') ?? ''

const transport = createMockTransport(school)
Object.assign(globalThis, { tell: transport.tell })
const place = { leave: () => {}, back: () => {} }
if (asked.get('screen') === 'blocked')
  createApp(BlockedApp, { url: screen.url, transport, place }).mount('#app')
else if (asked.get('screen') === 'popup') createApp(PopupApp, { transport }).mount('#app')
else if (asked.get('screen') === 'upload')
  createApp(UploadApp, { url: screen.url, transport, close: () => {} }).mount('#app')
else createApp(GalleryIndex).mount('#app')
