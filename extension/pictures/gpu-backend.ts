import '@tensorflow/tfjs-backend-webgpu'
import { env, setBackend } from '@tensorflow/tfjs-core'

/** Lets the graphics processor run the model, the frugal one where there are two. Rejects when that could not be started. */
export async function useGpu(): Promise<void> {
  env().set('WEBGPU_USE_LOW_POWER_GPU', true)
  if (!(await setBackend('webgpu'))) throw new Error('WebGPU could not be started')
}
