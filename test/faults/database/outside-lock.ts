import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

/** Lets a second process take the file's write lock. Answers with what makes it commit its row and leave. */
export async function outsideLock(file: string): Promise<() => Promise<void>> {
  const child = fork(fileURLToPath(new URL('outside-writer.ts', import.meta.url)), [file])
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child, 'message')
  return async () => {
    const gone = once(child, 'exit')
    child.send('let go')
    await gone
  }
}
