import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { watchImages } from '#extension/page/images.ts'
import { takeWatch } from '#extension/page/picture-watch.ts'
import { askPicture, tellPictureWrong } from '#extension/platform/page-messages.ts'

export default defineUnlistedScript(() => {
  const watch = takeWatch()
  if (watch !== null) watchImages(window, watch, { askPicture, tellPictureWrong })
})
