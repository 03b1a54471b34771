import { parentPort, workerData } from 'node:worker_threads'
import * as v from 'valibot'
import type { FromWorker, ToWorker } from './services/messages.ts'
import { createSchools } from './services/schools.ts'
import { refuse } from './services/service-error.ts'

const port = parentPort
if (port === null) throw new Error('this file is the entry of a worker thread')

const { dataDir } = v.parse(v.object({ dataDir: v.string() }), workerData)
const schools = createSchools({ dataDir, now: Date.now })
const say = (message: FromWorker): void => port.postMessage(message)

async function run({
  id,
  schoolId,
  verb,
  credential,
  input,
}: Extract<ToWorker, { type: 'call' }>): Promise<void> {
  try {
    const { answer, facts } = await schools.run(schoolId, verb, credential, input)
    say({ type: 'answer', id, schoolId, answer, facts })
  } catch (error) {
    const fault = error instanceof Error ? (error.stack ?? error.message) : String(error)
    const busy = error instanceof Error && error.name === 'SchoolFileBusy'
    const result = busy
      ? refuse('busy', 'The school is very busy. Please try again in a moment.')
      : refuse('broken', 'Something went wrong here. It has been noted.')
    say({
      type: 'answer',
      id,
      schoolId,
      answer: { result, decided: true },
      facts: [],
      fault: `${verb}: ${fault}`,
    })
  }
}

port.on('message', (message: ToWorker) => {
  if (message.type === 'call') void run(message)
  else
    void schools.close().then(
      () => say({ type: 'closed', fault: null }),
      (error: unknown) => say({ type: 'closed', fault: String(error) }),
    )
})

say({ type: 'ready', schoolIds: await schools.ids() })
