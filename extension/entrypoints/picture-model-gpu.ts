import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { useGpu } from '#extension/pictures/gpu-backend.ts'
import { serveModel } from '#extension/pictures/model-worker.ts'

export default defineUnlistedScript(() => {
  serveModel(globalThis as unknown as DedicatedWorkerGlobalScope, useGpu)
})
