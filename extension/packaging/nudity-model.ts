import { mkdir, copyFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import * as v from 'valibot'

const Model = v.looseObject({
  modelTopology: v.unknown(),
  weightsManifest: v.tuple([
    v.looseObject({ paths: v.tuple([v.literal('group1-shard1of1')]), weights: v.array(v.unknown()) }),
  ]),
})

/**
 * Writes `models/` of a built extension: the smallest model of the package nsfwjs as the binary files that it was made from (the package
 * has them as text in scripts), and the one WebAssembly file that runs it.
 */
export async function writeNudityModel(outDir: string): Promise<void> {
  const require = createRequire(import.meta.url)
  const packaged = join(dirname(require.resolve('nsfwjs/core')), '..', 'models', 'mobilenet_v2')
  const model = v.parse(Model, require(join(packaged, 'model.min.js')))
  const weights = v.parse(v.string(), require(join(packaged, 'group1-shard1of1.min.js')))
  const folder = join(outDir, 'models', 'nudity')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'model.json'), JSON.stringify(model))
  await writeFile(join(folder, 'group1-shard1of1'), Buffer.from(weights, 'base64'))
  const wasm = 'tfjs-backend-wasm-simd.wasm'
  const backend = dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json'))
  await copyFile(join(backend, 'wasm-out', wasm), join(outDir, 'models', wasm))
}
