/**
 * What nsfwjs needs of TensorFlow.js, under its name: the core, the layers and the few operations that the core chains onto tensors
 * only when asked. The build puts this in place of the whole package, which brings every backend there is.
 */
import '@tensorflow/tfjs-core/dist/public/chained_ops/div.js'
import '@tensorflow/tfjs-core/dist/public/chained_ops/reshape.js'
import '@tensorflow/tfjs-core/dist/public/chained_ops/to_float.js'

export * from '@tensorflow/tfjs-core'
export { loadLayersModel, model } from '@tensorflow/tfjs-layers'

/** Our model is one of layers; the converter that reads the other kind stays out. */
export const loadGraphModel = (): Promise<never> =>
  Promise.reject(new Error('models of the graph kind are not supported'))
