import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer, text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

/** What a command has said and how it ended. */
export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly error: string
}

/** Starts `npm run lapwing -- …` as a process of its own; whatever happens, it does not outlive the test. */
export function startLapwing(args: readonly string[], nodeOptions: readonly string[] = []) {
  const child = spawn(process.execPath, [...nodeOptions, 'server/cli.ts', ...args])
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

/** How a started command ends. */
export async function endOf(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  const [[code], out, error] = await Promise.all([
    once(child, 'close') as Promise<[number | null]>,
    buffer(child.stdout),
    text(child.stderr),
  ])
  return { code, out: new TextDecoder('utf-8', { fatal: true }).decode(out), error }
}

/** Runs a command to its end. */
export function lapwing(args: readonly string[], input: string | Uint8Array = ''): Promise<Ended> {
  const child = startLapwing(args)
  child.stdin.end(input)
  return endOf(child)
}

/** A file that holds `content`, gone with the test. */
export async function makeFile(content: string | Uint8Array): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lapwing-cli-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'file')
  await writeFile(file, content)
  return file
}
