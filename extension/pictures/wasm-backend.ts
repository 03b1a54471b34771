import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import { env, setBackend } from '@tensorflow/tfjs-core'

/**
 * Lets the processor run the model, in SIMD WebAssembly. Rejects when that could not be started.
 * @param folder where the WebAssembly lies, with a slash behind
 */
export async function useWasm(folder: string): Promise<void> {
  // With threads the backend waits for workers that no extension's policy lets start.
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false)
  setWasmPaths(folder)
  if (!(await setBackend('wasm'))) throw new Error('WebAssembly could not be started')
}
