import type { PictureScores } from '#shared/domain/picture.ts'
import type { WorkerAnswer } from './model-worker.ts'

/**
 * The model in a worker of its own, so that our screens, which share a thread with this document, stay quick. Started for the first
 * picture. It answers in the order in which it is asked; one that dies answers everything that waits, and the next picture starts another.
 */
export function createModelProcess(
  start: () => Worker,
): (rgb: Uint8Array) => Promise<PictureScores | { noModel: string }> {
  let worker: Worker | null = null
  let waiting: ((answer: WorkerAnswer) => void)[] = []

  function begin(): Worker {
    const begun = start()
    begun.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) => {
      waiting.shift()?.(data)
      // A model that could not be loaded is tried anew with the next picture, in a fresh worker.
      if ('error' in data) end(data.error)
    })
    begun.addEventListener('error', ({ message }) => end(message))
    return begun
  }
  function end(error: string): void {
    worker?.terminate()
    worker = null
    const left = waiting
    waiting = []
    for (const answer of left) answer({ error })
  }

  return async (rgb) => {
    worker ??= begin()
    const answer = new Promise<WorkerAnswer>((resolve) => void waiting.push(resolve))
    worker.postMessage(rgb)
    const said = await answer
    return 'scores' in said ? said.scores : { noModel: said.error }
  }
}
