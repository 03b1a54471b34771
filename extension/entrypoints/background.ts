import { defineBackground } from 'wxt/utils/define-background'
import { createDevice } from '#extension/background/device.ts'
import { attach } from '#extension/platform/attach.ts'
import { browserPorts } from '#extension/platform/ports.ts'

export default defineBackground({
  type: 'module',
  main() {
    attach(createDevice(browserPorts()))
  },
})
