import { err, ok, type Result } from '#shared/base/result.ts'
import { type BundleHead, readHead } from '#shared/classify/url/bundle-head.ts'
import { bundleProblem } from '#shared/classify/url/bundle-integrity.ts'
import { signatureState } from '../../services/lists/signing-key.ts'
import { readInput } from '../input-file.ts'

/** A bundle or delta as it lies in a file, every byte of it checked. */
export interface CheckedFile {
  readonly file: ArrayBuffer
  readonly head: BundleHead
}

/** Reads a bundle or a delta and checks it whole. A signature has to be genuine; whether it is there, and whose, is for the caller. */
export async function readBundleFile(path: string): Promise<Result<CheckedFile>> {
  const bytes = await readInput(path)
  if (!bytes.ok) return bytes
  const file = bytes.value.buffer
  const wrong = bundleProblem(file)
  if (wrong !== null) return err(`${path}: ${wrong}`)
  const head = readHead(file, file.byteLength)
  if (!head.ok) return err(`${path}: ${head.error}`)
  if (signatureState(head.value) === 'not genuine') return err(`${path}: its signature is not genuine`)
  return ok({ file, head: head.value })
}
