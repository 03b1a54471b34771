import { Worker } from 'node:worker_threads'
import type { Fact } from './fact.ts'
import type { FromWorker, ToWorker } from './messages.ts'
import type { Answer, Services } from './port.ts'
import { refuse } from './service-error.ts'

interface Waiting {
  readonly since: number
  readonly resolve: (answer: Answer<unknown>) => void
}

const longestWaitMs = 2000
/** Weight of the newest measurement in the running mean. */
const newest = 0.1

const busy: Answer<never> = {
  decided: true,
  result: {
    ok: false,
    error: {
      code: 'busy',
      message: 'The server is very busy. Please try again in a moment.',
      retryAfterMs: 4000,
    },
  },
}
const gone: Answer<never> = {
  decided: true,
  result: refuse('broken', 'The server is stopping or has lost its database. Please try again in a moment.'),
}

/**
 * Starts the services' thread and resolves when it can be called. A call that would wait longer than two seconds is refused at
 * once: what is answered too late is asked again and makes the crowd worse. `entry` is the thread's file; `onFault` gets what is for the log only.
 */
export async function startWorker(
  entry: URL,
  dataDir: string,
  onFault: (fault: string) => void,
): Promise<Services & { readonly died: Promise<void> }> {
  const worker = new Worker(entry, { workerData: { dataDir } })
  const waiting = new Map<number, Waiting>()
  const listeners: ((schoolId: string, facts: readonly Fact[]) => void)[] = []
  const say = (message: ToWorker): void => worker.postMessage(message)
  let lastId = 0
  let ended = false
  let whenIdle = (): void => undefined
  let gapMs = 1
  let lastAnswerAt = performance.now()
  const { promise: died, resolve: die } = Promise.withResolvers<void>()
  const { promise: closed, resolve: whenClosed } = Promise.withResolvers<void>()
  const { promise: ready, resolve: whenReady, reject: notReady } = Promise.withResolvers<readonly string[]>()

  function answered(message: Extract<FromWorker, { type: 'answer' }>): void {
    const now = performance.now()
    const one = waiting.get(message.id)
    waiting.delete(message.id)
    // Time per answer while there was work: since the last answer, or since this call when it came to an idle thread.
    if (one !== undefined) gapMs += newest * (Math.min(now - lastAnswerAt, now - one.since) - gapMs)
    lastAnswerAt = now
    if (message.fault !== undefined) onFault(message.fault)
    if (message.facts.length > 0) for (const listener of listeners) listener(message.schoolId, message.facts)
    one?.resolve(message.answer)
    if (waiting.size === 0) whenIdle()
  }

  worker.on('message', (message: FromWorker) => {
    if (message.type === 'answer') answered(message)
    else if (message.type === 'ready') whenReady(message.schoolIds)
    else {
      if (message.fault !== null) onFault(message.fault)
      whenClosed()
    }
  })
  worker.on('error', (error: unknown) => {
    onFault(error instanceof Error ? (error.stack ?? error.message) : String(error))
    notReady(error)
  })
  worker.on('exit', () => {
    ended = true
    for (const { resolve } of waiting.values()) resolve(gone)
    waiting.clear()
    whenIdle()
    whenClosed()
    die()
  })

  const isBusy = (): boolean => waiting.size > 32 && waiting.size * gapMs > longestWaitMs
  return {
    schoolIds: await ready,
    died,
    isBusy,
    onFacts: (listener) => listeners.push(listener),
    call(schoolId, verb, credential, input) {
      if (ended) return Promise.resolve(gone)
      if (isBusy()) return Promise.resolve(busy)
      const id = ++lastId
      say({ type: 'call', id, schoolId, verb, credential, input })
      return new Promise((resolve) => {
        // The worker answers a verb with that verb's output: the table of signatures is the same on both sides.
        waiting.set(id, { since: performance.now(), resolve: resolve as Waiting['resolve'] })
      })
    },
    async close() {
      if (ended) return
      if (waiting.size > 0) await new Promise<void>((resolve) => (whenIdle = resolve))
      whenIdle = () => undefined
      say({ type: 'close' })
      await closed
      ended = true
      await worker.terminate()
    },
  }
}
