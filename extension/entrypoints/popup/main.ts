import { createApp } from 'vue'
import { ask, onNews } from '#extension/platform/screen-messages.ts'
import PopupApp from '#extension/screens/popup/PopupApp.vue'
import '#extension/screens/tokens.css'
import '#extension/screens/base.css'

createApp(PopupApp, { transport: { ask, onNews } }).mount('#app')
