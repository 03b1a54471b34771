import type { PictureResult } from './picture-watch.ts'

const mostInFlight = 2

/**
 * Has pictures looked at, each address once, few at a time. What a page repeats costs nothing, and what waits when it goes is never asked.
 * A look that comes to null was none: the address is looked at when it is asked about again.
 */
export type Asking = (url: string, look: () => Promise<PictureResult | null>) => Promise<PictureResult | null>

export function createAsking(): Asking {
  const known = new Map<string, Promise<PictureResult | null>>()
  const queue: (() => Promise<void>)[] = []
  let inFlight = 0

  function work(): void {
    while (inFlight < mostInFlight) {
      const next = queue.shift()
      if (next === undefined) return
      inFlight += 1
      void next().finally(() => {
        inFlight -= 1
        work()
      })
    }
  }

  return (url, look) => {
    const before = known.get(url)
    if (before !== undefined) return before
    const asked = new Promise<PictureResult | null>((resolve, reject) => {
      queue.push(() =>
        look().then((result) => {
          if (result === null) known.delete(url)
          resolve(result)
        }, reject),
      )
    })
    known.set(url, asked)
    work()
    return asked
  }
}
