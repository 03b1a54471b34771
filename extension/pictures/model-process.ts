import type { PictureScores } from '#shared/domain/picture.ts'
import type { WorkerAnswer } from './model-worker.ts'

/** What a model sees in one picture, or why it can look at none. */
export type Look = PictureScores | { readonly noModel: string }

/** A model in a worker. */
export interface ModelProcess {
  /** Looks at pictures one after another, in the order in which they come. */
  look(rgb: Uint8Array): Promise<Look>
  /** Gives the model's memory back unless a picture is being looked at; the next picture loads it anew. */
  rest(): void
  /** Ends the worker whatever it does. What waits for it is told why. */
  end(why: string): void
}

/**
 * The model in a worker of its own, so that what else shares a thread with this document stays quick. Started for the first
 * picture. It answers in the order in which it is asked; one that dies answers everything that waits, and the next picture starts another.
 */
export function createModelProcess(start: () => Worker): ModelProcess {
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

  return {
    async look(rgb) {
      worker ??= begin()
      const answer = new Promise<WorkerAnswer>((resolve) => void waiting.push(resolve))
      worker.postMessage(rgb)
      const said = await answer
      return 'scores' in said ? said.scores : { noModel: said.error }
    },
    rest() {
      if (waiting.length === 0) end('it rests')
    },
    end,
  }
}
