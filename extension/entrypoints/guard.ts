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

/**
 * Runs in every frame: wxt.config.ts lists it, since WXT’s own frame around content scripts is large and writes to the page. It is the
 * plain object that WXT’s function would make of it: the function would weigh as much as a feature.
 */
export default {
  main(): void {
    guardUploads(window, askPicture)
    if (import.meta.env.BROWSER === 'safari') lookForMoves(window, tellMoved)
    guard({ askOpened, tellSigns, tellText, tellTyped, onStop })
  },
}
