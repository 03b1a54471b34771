import { rgbOf } from '#shared/classify/image/pixels.ts'
import { modelSide } from '#shared/domain/picture.ts'

/**
 * The first frame of a picture as the model wants it, in base64. It is scaled while it is decoded. Rejects for what is no picture, is
 * damaged, or belongs to a site that keeps its pixels to itself.
 */
export async function pixelsOf(source: Blob | HTMLImageElement): Promise<string> {
  const size = { resizeWidth: modelSide, resizeHeight: modelSide, resizeQuality: 'low' } as const
  const frame = await createImageBitmap(source, size)
  const context = new OffscreenCanvas(modelSide, modelSide).getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('no canvas')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, modelSide, modelSide)
  context.drawImage(frame, 0, 0)
  frame.close()
  return toBase64(rgbOf(context.getImageData(0, 0, modelSide, modelSide).data))
}

/** Bytes in base64. */
export function toBase64(bytes: Uint8Array): string {
  let text = ''
  // A call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(text)
}
