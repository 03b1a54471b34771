import { defineContentScript } from 'wxt/utils/define-content-script'
import { guard } from '#extension/page/guard.ts'
import { askOpened, onOrder, tellMoved, tellSigns } from '#extension/platform/page-messages.ts'

export default defineContentScript({
  matches: ['<all_urls>'],
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  allFrames: true,
  runAt: 'document_start',
  main() {
    guard({ askOpened, tellMoved, tellSigns, onOrder }, import.meta.env['BROWSER'] === 'safari')
  },
})
