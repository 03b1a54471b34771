import type { PictureScores } from '#shared/domain/picture.ts'
import { loadNudityModel } from './nudity-model.ts'

/** What the worker says of one picture; an error when it can look at none. */
export type WorkerAnswer = { readonly scores: PictureScores } | { readonly error: string }

/**
 * The worker's end: pixels come in, one picture after another, and an answer for each goes out in their order.
 * @param useBackend chooses what runs the model, whose files lie in this folder
 */
export function serveModel(
  scope: DedicatedWorkerGlobalScope,
  useBackend: (folder: string) => Promise<void>,
): void {
  const folder = new URL('/models/', scope.location.href).href
  const loading = useBackend(folder).then(() => loadNudityModel(`${folder}nudity/`))
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
