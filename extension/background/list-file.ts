import { bytesToHex } from '@noble/hashes/utils.js'
import { err, type Result } from '#shared/base/result.ts'
import { type BundleHead, signatureOf } from '#shared/classify/url/bundle-head.ts'
import { openPagedFile, type PagedFile } from '#shared/classify/url/paged-file.ts'
import type { ListStore } from './ports.ts'

/**
 * Opens a stored file: reads its head, checks its digest and who signed it. Pages are checked when they are read.
 * @param listsKey the school's Ed25519 public key, lower-case hexadecimal
 */
export async function openListFile(
  store: ListStore,
  name: string,
  listsKey: string | null,
  subtle: SubtleCrypto,
): Promise<Result<PagedFile>> {
  const file = await openPagedFile((from, to) => store.read(name, from, to))
  if (!file.ok) return file
  const wrong = await signatureProblem(file.value.head, listsKey, subtle)
  return wrong === null ? file : err(wrong)
}

/** What is wrong with a bundle's signature; null when the school's key made it. */
export async function signatureProblem(
  head: BundleHead,
  listsKey: string | null,
  subtle: SubtleCrypto,
): Promise<string | null> {
  const signed = signatureOf(head)
  if (signed === null) return 'list bundle: nobody has signed it'
  if (listsKey === null) return 'list bundle: this device does not know yet who signs its school’s lists'
  if (bytesToHex(signed.publicKey) !== listsKey) return 'list bundle: somebody else has signed it'
  const key = await subtle.importKey('raw', copy(signed.publicKey), 'Ed25519', false, ['verify'])
  const isGenuine = await subtle.verify('Ed25519', key, copy(signed.signature), copy(signed.message))
  return isGenuine ? null : 'list bundle: its signature is not genuine'
}

/** The browser's key functions take memory of their own only. */
const copy = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)
