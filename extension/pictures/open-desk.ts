import type { AskedPicture, PictureAnswer } from '#shared/protocol/pictures.ts'
import { decodePicture } from './decoding.ts'
import { createDesk } from './desk.ts'
import { fetchPicture } from './fetching.ts'
import { createModelProcess } from './model-process.ts'

/** After so long without a picture the model's memory is given back. */
const idleMs = 5 * 60_000

/**
 * The desk in a document of the extension: the offscreen document, or the background where that is a page. Nothing is loaded before the first picture.
 * @param idle called after five minutes without a picture; `rest` ends the model's worker
 */
export function openDesk(
  idle: (rest: () => void) => void,
): (picture: AskedPicture) => Promise<PictureAnswer> {
  const model = createModelProcess(() => new Worker('/picture-model.js'))
  const look = createDesk({
    fetch: fetchPicture,
    decode: decodePicture,
    model: model.look,
    nameOf: async (bytes) => String(new Uint32Array(await crypto.subtle.digest('SHA-256', bytes))),
  })
  let waking: ReturnType<typeof setTimeout> | undefined
  return (picture) => {
    clearTimeout(waking)
    waking = setTimeout(idle, idleMs, model.rest)
    return look(picture)
  }
}
