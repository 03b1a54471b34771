import { decodePicture } from '#extension/pictures/decoding.ts'
import { createDesk } from '#extension/pictures/desk.ts'
import { fetchPicture } from '#extension/pictures/fetching.ts'
import { createModelProcess } from '#extension/pictures/model-process.ts'
import { answerPictures } from '#extension/platform/picture-questions.ts'

/** After so long without a picture the model's memory is given back. */
const idleMs = 5 * 60_000

const look = createDesk({
  fetch: fetchPicture,
  decode: decodePicture,
  model: createModelProcess(() => new Worker('/picture-model.js')),
  nameOf: async (bytes) => String(new Uint32Array(await crypto.subtle.digest('SHA-256', bytes))),
})

let idle: ReturnType<typeof setTimeout> | undefined
answerPictures((picture) => {
  clearTimeout(idle)
  idle = setTimeout(() => window.close(), idleMs)
  return look(picture)
})
