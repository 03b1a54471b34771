import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { serveModel } from '#extension/pictures/model-worker.ts'
import { useWasm } from '#extension/pictures/wasm-backend.ts'

export default defineUnlistedScript(() => {
  serveModel(globalThis as unknown as DedicatedWorkerGlobalScope, useWasm)
})
