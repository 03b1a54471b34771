import { AsyncLocalStorage } from 'node:async_hooks'

export type Mutex = <T>(job: () => Promise<T>) => Promise<T>

const running = new AsyncLocalStorage<{ over: boolean }>()

/** Throws when called from inside a job that a mutex runs: waiting there for another job can mean waiting for oneself. */
export function refuseInsideJob(): void {
  if (running.getStore()?.over === false)
    throw new Error('a unit of work may not start another: it could wait for itself')
}

/** Runs jobs one at a time in the order they came; a job that fails does not hold up the next. A job that starts another is refused. */
export function createMutex(): Mutex {
  let last: Promise<unknown> = Promise.resolve()
  return async (job) => {
    refuseInsideJob()
    const result = last.then(() => runMarked(job))
    last = result.then(ignore, ignore)
    return result
  }
}

async function runMarked<T>(job: () => Promise<T>): Promise<T> {
  const mark = { over: false }
  try {
    return await running.run(mark, job)
  } finally {
    mark.over = true
  }
}

const ignore = (): void => undefined
