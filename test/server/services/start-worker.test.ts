import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { startWorker } from '#server/services/start-worker.ts'

/** A services' thread that takes 100 ms for each call, one after another, and dies when told a certain verb. */
const slowThread = new URL(
  `data:text/javascript,${encodeURIComponent(`
  import { parentPort } from 'node:worker_threads'
  let queue = Promise.resolve()
  parentPort.on('message', ({ type, id, schoolId, input }) => {
    if (type === 'close') return parentPort.postMessage({ type: 'closed', fault: null })
    if (input === 'die') process.exit(1)
    queue = queue.then(() => new Promise((next) => setTimeout(next, 100))).then(() =>
      parentPort.postMessage({ type: 'answer', id, schoolId, answer: { decided: true, result: { ok: true, value: null } }, facts: [] }))
  })
  parentPort.postMessage({ type: 'ready', schoolIds: ['made'] })
`)}`,
)

const start = () => startWorker(slowThread, '/nowhere', () => undefined)
type Worker = Awaited<ReturnType<typeof start>>
const ask = (worker: Worker) => worker.call('made', 'school.ready', { kind: 'system' }, null)

test('a call that would wait too long is refused at once, with when to come back', async () => {
  const worker = await start()
  const calls = Array.from({ length: 60 }, () => ask(worker))
  await wait(2500)
  expect(worker.isBusy()).toBe(true)
  const refused = await ask(worker)
  expect(refused.result).toMatchObject({
    ok: false,
    error: { code: 'busy', retryAfterMs: expect.any(Number) },
  })
  await Promise.all(calls)
  expect(worker.isBusy()).toBe(false)
  expect((await ask(worker)).result.ok).toBe(true)
  await worker.close()
})

test('when the thread is gone every call is answered, and that it died is known', async () => {
  const worker = await start()
  const calls = [ask(worker), ask(worker)]
  const fatal = worker.call('made', 'school.ready', { kind: 'system' }, 'die' as never)
  await worker.died
  for (const call of [...calls, fatal])
    expect((await call).result).toMatchObject({ ok: false, error: { code: 'broken' } })
  expect((await ask(worker)).result.ok).toBe(false)
  await worker.close()
})
