import { open, readFile } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { err, ok, type Result } from '#shared/base/result.ts'

/** Opens a file to be read piece by piece; `-` is standard input. The error is a sentence. */
export async function openInput(file: string): Promise<Result<Readable>> {
  if (file === '-') return ok(process.stdin)
  try {
    const handle = await open(file)
    if (!(await handle.stat()).isDirectory()) return ok(handle.createReadStream())
    await handle.close()
    return err(`${file} is a folder`)
  } catch (error) {
    return err(whyUnread(file, error))
  }
}

/** Reads a whole file. The error is a sentence. */
export async function readInput(file: string): Promise<Result<Uint8Array<ArrayBuffer>>> {
  try {
    return ok(new Uint8Array(await readFile(file)))
  } catch (error) {
    return err(whyUnread(file, error))
  }
}

function whyUnread(file: string, error: unknown): string {
  if (!(error instanceof Error && 'code' in error)) throw error
  if (error.code === 'ENOENT') return `there is no file ${file}`
  if (error.code === 'EISDIR') return `${file} is a folder`
  if (error.code === 'EACCES') return `${file} may not be read by this account`
  return `${file}: ${error.message}`
}
