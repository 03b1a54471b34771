import { afterAll, beforeAll } from 'vitest'

/** Has something ended after the last test of a file. */
export type AtEnd = (end: () => Promise<unknown>) => void

/**
 * Starts what all tests of a file share before the first of them; its members are there from then on. What `start` has put down to be
 * ended is ended after the last test, the newest first, also when the rest could not be started.
 */
export function duringTests<T extends object>(start: (atEnd: AtEnd) => Promise<T>): Readonly<T> {
  const shared = {} as T
  const ends: (() => Promise<unknown>)[] = []
  beforeAll(async () => {
    Object.assign(shared, await start((end) => void ends.unshift(end)))
  })
  afterAll(async () => {
    for (const end of ends) await end()
  })
  return shared
}
