import { bringInFields } from '#extension/page/detached-fields.ts'

/** Runs in every frame, in the page's own world: wxt.config.ts lists it beside the guard, which says why it is a plain object. */
export default {
  main: (): void => bringInFields(window),
}
