import { defineContentScript } from 'wxt/utils/define-content-script'
import { bringInFields } from '#extension/page/detached-fields.ts'

export default defineContentScript({
  matches: ['<all_urls>'],
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  allFrames: true,
  runAt: 'document_start',
  world: 'MAIN',
  main() {
    bringInFields(window)
  },
})
