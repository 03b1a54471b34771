import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import { env, setBackend } from '@tensorflow/tfjs-core'
import { load } from 'nsfwjs/core'
import { openDesk } from '#extension/pictures/open-desk.ts'
import type { PictureScores } from '#shared/domain/picture.ts'

/** What the page that measures says of one picture. */
export interface Looked {
  readonly ms: number
  readonly scores: PictureScores | null
}

/** nsfwjs as its own documentation uses it, on a picture that is decoded already. */
async function bare(): Promise<(url: string) => Promise<Looked>> {
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false)
  setWasmPaths('/models/')
  await setBackend('wasm')
  const net = await load('/models/nudity/model.json', { size: 224 })
  return async (url) => {
    const picture = await createImageBitmap(await (await fetch(url)).blob())
    const canvas = new OffscreenCanvas(picture.width, picture.height)
    const context = canvas.getContext('2d')
    context?.drawImage(picture, 0, 0)
    const pixels = context?.getImageData(0, 0, picture.width, picture.height)
    if (pixels === undefined) return { ms: 0, scores: null }
    const began = performance.now()
    const found = await net.classify(pixels)
    const ms = performance.now() - began
    const share = (name: string): number =>
      found.find(({ className }) => className === name)?.probability ?? 0
    const [drawing, hentai, neutral] = [share('Drawing'), share('Hentai'), share('Neutral')]
    return { ms, scores: { drawing, hentai, neutral, porn: share('Porn'), sexy: share('Sexy') } }
  }
}

/** Everything that the offscreen document does for an address: fetch, hash, decode small, ask the worker. */
function whole(): (url: string) => Promise<Looked> {
  const look = openDesk(() => undefined)
  return async (url) => {
    const began = performance.now()
    const answer = await look({ url })
    return { ms: performance.now() - began, scores: answer.kind === 'scores' ? answer.scores : null }
  }
}

Object.assign(globalThis, { ways: { bare: await bare(), whole: whole() } })
