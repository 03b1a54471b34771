import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extensionDir } from '../whole/whole.ts'

/**
 * A model of the same form as the one we ship, which calls every red picture pornography and every other one neutral: so the path of an
 * explicit picture is walked without one.
 */
const topology = {
  keras_version: '2.1.6',
  backend: 'tensorflow',
  model_config: {
    class_name: 'Sequential',
    config: [
      {
        class_name: 'GlobalAveragePooling2D',
        config: {
          name: 'mean',
          trainable: true,
          batch_input_shape: [null, 224, 224, 3],
          dtype: 'float32',
          data_format: 'channels_last',
        },
      },
      {
        class_name: 'Dense',
        config: { name: 'kinds', trainable: true, units: 5, activation: 'softmax', use_bias: true },
      },
    ],
  },
}
// Rows: red, green, blue. Columns: drawing, hentai, neutral, porn, sexy.
const kernel = [0, 0, 0, 40, 0, 0, 0, 0, -40, 0, 0, 0, 0, -40, 0]
const bias = [0, 0, 15, 0, 0]

const weight = (name: string, shape: number[]) => ({ name: `kinds/${name}`, shape, dtype: 'float32' })

/** A copy of the built extension whose model is the test's, or is missing, or is damaged. `remove` takes the copy away. */
export async function extensionWithModel(
  model: 'test' | 'absent' | 'damaged',
  from = extensionDir,
): Promise<{ dir: string; remove: () => Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), 'lapwing-model-'))
  await cp(from, dir, { recursive: true })
  const folder = join(dir, 'models', 'nudity')
  if (model !== 'test') await rm(join(folder, 'group1-shard1of1'))
  if (model === 'damaged') await writeFile(join(folder, 'group1-shard1of1'), 'damaged '.repeat(1000))
  if (model === 'test') {
    await rm(folder, { recursive: true })
    await mkdir(folder)
    const weights = [weight('kernel', [3, 5]), weight('bias', [5])]
    const manifest = [{ paths: ['group1-shard1of1'], weights }]
    await writeFile(
      join(folder, 'model.json'),
      JSON.stringify({ format: 'layers-model', modelTopology: topology, weightsManifest: manifest }),
    )
    await writeFile(
      join(folder, 'group1-shard1of1'),
      new Uint8Array(new Float32Array([...kernel, ...bias]).buffer),
    )
  }
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) }
}
