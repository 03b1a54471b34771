import { defineBackground } from 'wxt/utils/define-background'
import { createDevice } from '#extension/background/device.ts'
import { openDesk } from '#extension/pictures/open-desk.ts'
import { attach } from '#extension/platform/attach.ts'
import { offscreenPictures } from '#extension/platform/pictures.ts'
import { browserPorts } from '#extension/platform/ports.ts'

export default defineBackground({
  type: 'module',
  main() {
    // Safari's background is a page and has the desk itself; everywhere else it is a worker, whose build knows nothing of the desk.
    const pictures =
      import.meta.env.BROWSER === 'safari' ? { look: openDesk((rest) => rest()) } : offscreenPictures
    attach(createDevice(browserPorts(pictures)))
  },
})
