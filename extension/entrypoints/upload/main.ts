import { createApp } from 'vue'
import { ask, onNews } from '#extension/platform/screen-messages.ts'
import UploadApp from '#extension/screens/upload/UploadApp.vue'
import '#extension/screens/tokens.css'
import '#extension/screens/base.css'

createApp(UploadApp, {
  // The address of the page that did not get the picture, as it is, for a report about it.
  url: location.href.slice(location.href.indexOf('#') + 1),
  transport: { ask, onNews },
  close: () => window.close(),
}).mount('#app')
