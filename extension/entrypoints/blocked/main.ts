import { createApp } from 'vue'
import { banner } from '#extension/page/banner.ts'
import { ask, onNews, onTeacherMessage } from '#extension/platform/screen-messages.ts'
import BlockedApp from '#extension/screens/blocked/BlockedApp.vue'
import '#extension/screens/tokens.css'
import '#extension/screens/base.css'

// Another address behind the # of a page that is open already loads nothing by itself.
addEventListener('hashchange', () => location.reload())

// A teacher's message reaches a pupil who stands before a block screen too.
onTeacherMessage(({ from, text }) => banner(document, from, text))

createApp(BlockedApp, {
  // The whole address stands behind the first # unescaped, its own # included.
  url: location.href.slice(location.href.indexOf('#') + 1),
  transport: { ask, onNews },
  place: {
    leave: (url: string) => location.replace(url),
    back: () => history.back(),
  },
}).mount('#app')
