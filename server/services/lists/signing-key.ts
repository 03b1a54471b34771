import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type BundleHead,
  digestOf,
  readHead,
  signatureOf,
  signedMessage,
  withSignature,
} from '#shared/classify/url/bundle-head.ts'
import { writeNew } from './list-folder.ts'

const keyFile = (schoolFolder: string): string => join(schoolFolder, 'lists', 'signing-key.pem')

/** The Ed25519 key (RFC 8032) that a school's devices know its lists and models by. Made the first time it is needed; it never leaves the school's folder. */
export async function signingKey(schoolFolder: string): Promise<KeyObject> {
  const { privateKey } = generateKeyPairSync('ed25519')
  // Whoever comes second uses the key of whoever came first.
  await writeNew(keyFile(schoolFolder), privateKey.export({ type: 'pkcs8', format: 'pem' }))
  return createPrivateKey(await readFile(keyFile(schoolFolder)))
}

/** The public half as devices are told it: 32 bytes in lower-case hexadecimal. */
export const publicHex = (key: KeyObject): string => rawPublicKey(key).toString('hex')

/** The same bundle or delta, signed. Throws when the bytes are none: check them first. */
export function signBundle(file: ArrayBuffer, key: KeyObject): Uint8Array<ArrayBuffer> {
  const head = readHead(file, file.byteLength)
  if (!head.ok) throw new Error(head.error)
  const signature = sign(null, signedMessage(digestOf(head.value)), key)
  return new Uint8Array(withSignature(file, rawPublicKey(key), signature))
}

/** The public half as files carry it, 32 bytes: the end of its SPKI form (RFC 8410, section 4). */
export const rawPublicKey = (key: KeyObject): Buffer =>
  createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(-32)

/** Whether a bundle is signed, and by the key it names. Whether that key is the school's is another question. */
export function signatureState(head: BundleHead): 'unsigned' | 'genuine' | 'not genuine' {
  const signed = signatureOf(head)
  if (signed === null) return 'unsigned'
  const x = Buffer.from(signed.publicKey).toString('base64url')
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  return verify(null, signed.message, key, signed.signature) ? 'genuine' : 'not genuine'
}
