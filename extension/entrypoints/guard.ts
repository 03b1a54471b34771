import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { guard } from '#extension/page/guard.ts'
import { lookForMoves } from '#extension/page/moves.ts'
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
  if (import.meta.env.BROWSER === 'safari') lookForMoves(window, tellMoved)
  guard({ askOpened, tellSigns, tellText, tellTyped, onStop })
})
