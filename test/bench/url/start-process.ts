import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import type { ContenderName } from './contenders.ts'
import { type Order, Reply } from './orders.ts'

const program = fileURLToPath(new URL('lone-process.ts', import.meta.url))
/** Some contenders need several gigabytes to build what they keep in hundreds of megabytes. */
const heapMb = 12_000

/** A process with one contender's code and nothing else. */
export interface LoneProcess {
  /** Gives an order and answers the figures that this schema describes. Throws with the process's own words when it fails. */
  ask<Figures>(schema: v.GenericSchema<unknown, Figures>, order: Order): Promise<Figures>
  stop(): Promise<void>
}

/** The core that all processes of the comparison share, or null where no process can be bound to one. */
export const pinnedCore: number | null =
  spawnSync('taskset', ['--version']).status === 0 ? availableParallelism() - 1 : null

/** Starts a process for a contender. @param limitMs how long it may think about one order */
export async function startProcess(name: ContenderName, limitMs: number): Promise<LoneProcess> {
  const node = [process.execPath, '--expose-gc', `--max-old-space-size=${heapMb}`, program, name]
  const [command = '', ...args] = pinnedCore === null ? node : ['taskset', '-c', String(pinnedCore), ...node]
  const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  await reply(child, limitMs)
  return {
    async ask(schema, order) {
      const answered = reply(child, limitMs)
      child.send(order)
      return v.parse(schema, await answered)
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}

async function reply(child: ChildProcess, limitMs: number): Promise<unknown> {
  const answered = new AbortController()
  const limit = setTimeout(() => child.kill('SIGKILL'), limitMs)
  try {
    const message = await Promise.race([
      once(child, 'message', { signal: answered.signal }),
      once(child, 'exit', { signal: answered.signal }).then(([code, signal]) => {
        throw new Error(
          signal === 'SIGKILL'
            ? `no answer within ${limitMs / 1000} s`
            : `its process ended with ${String(code ?? signal)}`,
        )
      }),
    ])
    const parsed = v.parse(Reply, message[0])
    if ('failed' in parsed) throw new Error(parsed.failed)
    return parsed.done
  } finally {
    clearTimeout(limit)
    answered.abort()
  }
}
