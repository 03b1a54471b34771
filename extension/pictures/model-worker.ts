import type { PictureScores } from '#shared/domain/picture.ts'
import { loadNudityModel } from './nudity-model.ts'

/** What the worker says of one picture; an error when it can look at none. */
export type WorkerAnswer = { readonly scores: PictureScores } | { readonly error: string }

/** The worker's end: pixels come in, one picture after another, and an answer for each goes out in their order. */
export function serveModel(scope: DedicatedWorkerGlobalScope): void {
  const place = (path: string): string => new URL(path, scope.location.href).href
  const loading = loadNudityModel({ model: place('/models/nudity/'), wasm: place('/models/') })
  // Whoever asks is told; until then nobody is there to hear.
  loading.catch(() => undefined)
  const answer = async (rgb: Uint8Array): Promise<WorkerAnswer> => {
    try {
      const look = await loading
      return { scores: await look(rgb) }
    } catch (error) {
      return { error: String(error).slice(0, 200) }
    }
  }
  let last: Promise<unknown> = Promise.resolve()
  scope.addEventListener('message', ({ data }: MessageEvent<Uint8Array>) => {
    last = last.then(async () => scope.postMessage(await answer(data)))
  })
}
