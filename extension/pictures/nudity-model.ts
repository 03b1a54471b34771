import { reverse, type Tensor3D, tensor3d } from '@tensorflow/tfjs-core'
import { load } from 'nsfwjs/core'
import { isWorthASecondLook } from '#shared/classify/image/picture-verdict.ts'
import { meanOf, scoresOf } from '#shared/classify/image/scores.ts'
import { modelSide, type PictureScores } from '#shared/domain/picture.ts'

/** Looks at one picture: red, green and blue of modelSide x modelSide pixels. Rejects when the model gives no sense. */
export type NudityModel = (rgb: Uint8Array) => Promise<PictureScores>

/**
 * Loads the model into the backend in use and proves it on an empty picture. Rejects when a file is missing or damaged.
 * @param folder where the model's files lie, with a slash behind
 */
export async function loadNudityModel(folder: string): Promise<NudityModel> {
  const net = await load(`${folder}model.json`, { size: modelSide })
  const see = async (picture: Tensor3D): Promise<PictureScores> => {
    const output = net.infer(picture)
    const values = await output.data()
    output.dispose()
    const scores = scoresOf([...values])
    if (scores === null) throw new Error('the model is damaged: its answer makes no sense')
    return scores
  }
  const look: NudityModel = async (rgb) => {
    const picture = tensor3d(rgb, [modelSide, modelSide, 3], 'int32')
    const first = await see(picture)
    const looks = [first]
    // What is only taken for a body is often another thing in a mirror.
    if (isWorthASecondLook(first)) {
      const mirrored = reverse(picture, 1)
      looks.push(await see(mirrored))
      mirrored.dispose()
    }
    picture.dispose()
    return meanOf(looks)
  }
  await look(new Uint8Array(modelSide * modelSide * 3).fill(128))
  return look
}
