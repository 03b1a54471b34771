import { rgbOf } from '#shared/classify/image/pixels.ts'
import { modelSide } from '#shared/domain/picture.ts'

/**
 * The first frame of a picture as the model wants it: scaled while it is decoded, as plainly as the model’s own pictures were, on white where it is transparent. Its size has been
 * looked at before. Rejects for what is damaged.
 */
export async function decodePicture(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const frame = await createImageBitmap(new Blob([bytes]), {
    resizeWidth: modelSide,
    resizeHeight: modelSide,
    resizeQuality: 'low',
  })
  const canvas = new OffscreenCanvas(modelSide, modelSide)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('there is no canvas')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, modelSide, modelSide)
  context.drawImage(frame, 0, 0)
  frame.close()
  return rgbOf(context.getImageData(0, 0, modelSide, modelSide).data)
}
