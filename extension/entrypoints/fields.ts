import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { bringInFields } from '#extension/page/detached-fields.ts'

/** Runs in every frame, in the page's own world: wxt.config.ts lists it beside the guard. */
export default defineUnlistedScript(() => {
  bringInFields(window)
})
