import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { guard } from '#extension/page/guard.ts'
import { guardUploads } from '#extension/page/uploads.ts'
import {
  askOpened,
  askPicture,
  onStop,
  tellMoved,
  tellSigns,
  tellText,
  tellTyped,
} from '#extension/platform/page-messages.ts'

/** Runs in every frame: wxt.config.ts lists it, since WXT’s own frame around content scripts is large and writes to the page. */
export default defineUnlistedScript(() => {
  guardUploads(window, askPicture)
  guard(
    { askOpened, tellMoved, tellSigns, tellText, tellTyped, onStop },
    import.meta.env.BROWSER === 'safari',
  )
})
