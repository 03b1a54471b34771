import { defineContentScript } from 'wxt/utils/define-content-script'
import { guard } from '#extension/page/guard.ts'
import { guardUploads } from '#extension/page/uploads.ts'
import { askOpened, askPicture, onOrder, tellMoved, tellSigns } from '#extension/platform/page-messages.ts'

export default defineContentScript({
  matches: ['<all_urls>'],
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  allFrames: true,
  runAt: 'document_start',
  main() {
    guardUploads(window, askPicture)
    guard({ askOpened, tellMoved, tellSigns, onOrder }, import.meta.env['BROWSER'] === 'safari')
  },
})
