import type { AskedPicture, PictureAnswer } from '#shared/protocol/pictures.ts'
import { watchBattery } from './battery.ts'
import { decodePicture } from './decoding.ts'
import { createDesk } from './desk.ts'
import { fetchPicture } from './fetching.ts'
import { createModelProcess } from './model-process.ts'
import { preferQuicker } from './quicker-model.ts'

/** After so long without a picture the model's memory is given back. */
const idleMs = 5 * 60_000

/** True where WebGPU has a graphics processor. Where it only plays one on the processor, WebAssembly is quicker by far. */
async function hasGpu(): Promise<boolean> {
  // The types believe that every browser has it. One that refuses has none for us: WebAssembly goes on.
  const { gpu } = navigator as { gpu?: GPU }
  const adapter = await gpu?.requestAdapter({ powerPreference: 'low-power' }).catch(() => null)
  // Chromium tells what kind of adapter it is since version 140 or so; before that nothing is known, and nothing tried.
  return (adapter?.info as Partial<GPUAdapterInfo> | undefined)?.isFallbackAdapter === false
}
function after(delayMs: number, run: () => void): () => void {
  const timer = setTimeout(run, delayMs)
  return () => clearTimeout(timer)
}

/**
 * The desk in a document of the extension: the offscreen document, or the background where that is a page. Nothing is loaded before the first picture.
 * @param idle called after five minutes without a picture; `rest` ends the model's worker
 */
export function openDesk(
  idle: (rest: () => void) => void,
): (picture: AskedPicture) => Promise<PictureAnswer> {
  const isSparing = watchBattery(navigator)
  const plain = createModelProcess(() => new Worker('/picture-model.js'))
  const other = createModelProcess(() => new Worker('/picture-model-gpu.js'))
  const model = preferQuicker(plain, other, { now: () => performance.now(), hasGpu, isSparing, after })
  const look = createDesk({
    fetch: fetchPicture,
    decode: decodePicture,
    model: model.look,
    nameOf: async (bytes) => String(new Uint32Array(await crypto.subtle.digest('SHA-256', bytes))),
  })
  let waking: ReturnType<typeof setTimeout> | undefined
  return async (picture) => {
    clearTimeout(waking)
    waking = setTimeout(idle, idleMs, model.rest)
    const answer = await look(picture)
    return isSparing() ? { ...answer, sparing: true } : answer
  }
}
