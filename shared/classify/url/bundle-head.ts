import { parseJson } from '../../base/parse.ts'
import { err, ok, type Result } from '../../base/result.ts'
import { contentOfHead } from './bundle-assembly.ts'
import {
  BundleFacts,
  type BundleShape,
  digestAt,
  formatVersion,
  headerBytes,
  kinds,
  layout,
  magic,
  pageHashBytes,
  pagesOf,
  publicKeyAt,
  signatureAt,
  signatureContext,
} from './bundle-format.ts'

/** The head of a bundle: what stays in memory. Its bytes are views, nothing is copied. */
export interface BundleHead {
  readonly shape: BundleShape
  readonly at: ReturnType<typeof layout>
  readonly fileBytes: number
  readonly bytes: Uint8Array
  readonly halves: Uint16Array
  readonly words: Uint32Array
  /** Where pages start in the file, and the end of the last. */
  readonly pageStarts: Uint32Array
  readonly name: string
  readonly version: string
  /** By number; null for a category that this version does not know. */
  readonly categories: readonly string[]
}

const refuse = (why: string) => err(`list bundle: ${why}`)

/** How many bytes the head has, told by the header alone; the error says what is wrong with a file that begins like this. */
export function headBytesOf(header: Uint8Array): Result<number> {
  if (header.length < headerBytes) return refuse('too short')
  const view = new DataView(header.buffer, header.byteOffset, headerBytes)
  const found = view.getUint32(0, true)
  if (found !== magic && view.getUint32(0, false) === magic) return refuse('its byte order is the wrong one')
  if (found !== magic) return refuse('not a list bundle')
  const version = view.getUint16(4, true)
  if (version !== formatVersion) return refuse(`format ${version}, this version reads ${formatVersion}`)
  return ok(view.getUint32(12, true))
}

/**
 * Opens a head: `bytes` begin with the file and hold at least its head. Checks that everything lies where the header says. Whether the bytes
 * are those that were signed is `digestProblem`'s and the signature's business.
 * @param fileBytes bytes of the file it is the head of
 */
export function readHead(bytes: ArrayBuffer, fileBytes: number): Result<BundleHead> {
  const size = headBytesOf(new Uint8Array(bytes))
  if (!size.ok) return size
  const shape = shapeOf(new DataView(bytes))
  const at = layout(shape)
  const total = new DataView(bytes).getUint32(8, true)
  if (total !== fileBytes) return refuse(`truncated or padded: ${fileBytes} bytes instead of ${total}`)
  if (at.end !== size.value || at.end > bytes.byteLength || at.end > total) return refuse('broken sections')
  if (shape.slots & (shape.slots - 1)) return refuse('broken heads')
  const pageStarts = new Uint32Array(bytes, at.pageStarts, pagesOf(shape) + 1)
  if (!isAscending(pageStarts) || pageStarts[0] !== at.end || pageStarts.at(-1) !== total)
    return refuse('broken page index')
  const names = textOf(new Uint8Array(bytes, at.names, shape.nameBytes))
  if (names === null) return refuse('names are not UTF-8')
  const [name = '', version = '', ...categories] = names.split('\n')
  return ok({
    shape,
    at,
    fileBytes,
    bytes: new Uint8Array(bytes, 0, at.end),
    halves: new Uint16Array(bytes, 0, at.end / 2),
    words: new Uint32Array(bytes, 0, at.end / 4),
    pageStarts,
    name,
    version,
    categories,
  })
}

function shapeOf(view: DataView): BundleShape {
  const number = (at: number): number => view.getUint32(at, true)
  const table = (at: number) => ({
    entries: number(at),
    pages: number(at + 4),
    buckets: number(at + 8),
    divisor: number(at + 12),
  })
  return {
    kind: view.getUint16(6, true),
    seed: number(16),
    singleLabels: (number(20) & 1) === 1,
    hosts: table(24),
    paths: table(40),
    phrases: table(56),
    longestPhrase: number(72),
    slots: number(76),
    sets: number(80),
    memberBytes: number(84),
    nameBytes: number(88),
    factBytes: number(92),
    removed: number(96),
    basePages: number(100),
  }
}

/** What the bundle says of itself to people. */
export function factsOf({ bytes, at, shape }: BundleHead): Result<BundleFacts> {
  const text = textOf(bytes.subarray(at.facts, at.facts + shape.factBytes))
  if (text === null) return refuse('facts are not UTF-8')
  const facts = parseJson(BundleFacts, text)
  return facts.ok ? facts : refuse(facts.error)
}

/** The 32 bytes that stand for the whole bundle: they cover the head, and through it every page. */
export const digestOf = ({ bytes }: BundleHead): Uint8Array => bytes.subarray(digestAt, digestAt + 32)

/** The digest of the bundle that this delta changes; null for a full bundle. */
export const baseDigestOf = ({ bytes, at, shape }: BundleHead): Uint8Array | null =>
  shape.kind === kinds.delta ? bytes.subarray(at.baseDigest, at.baseDigest + 32) : null

/** SHA-256 of the file that a delta and its base together stand for; null for a full bundle. */
export const targetOf = ({ bytes, at, shape }: BundleHead): Uint8Array | null =>
  shape.kind === kinds.delta ? bytes.subarray(at.target, at.target + 32) : null

/** What has to be hashed to get the digest. */
export const digestedBytes = ({ bytes }: BundleHead): Uint8Array => contentOfHead(bytes)

/** The first 16 bytes of the SHA-256 that page `number` must have. */
export const pageHashOf = ({ bytes, at }: BundleHead, number: number): Uint8Array =>
  bytes.subarray(at.pageHashes + number * pageHashBytes, at.pageHashes + (number + 1) * pageHashBytes)

/** Who signed (an Ed25519 public key), with what, and the message that was signed. Null when nobody did. */
export function signatureOf(
  head: BundleHead,
): { publicKey: Uint8Array; signature: Uint8Array; message: Uint8Array } | null {
  const publicKey = head.bytes.subarray(publicKeyAt, publicKeyAt + 32)
  if (publicKey.every((byte) => byte === 0)) return null
  const signature = head.bytes.subarray(signatureAt, signatureAt + 64)
  return { publicKey, signature, message: signedMessage(digestOf(head)) }
}

/** What whoever answers for a bundle signs. */
export function signedMessage(digest: Uint8Array): Uint8Array {
  const context = new TextEncoder().encode(signatureContext)
  const message = new Uint8Array(context.length + digest.length)
  message.set(context)
  message.set(digest, context.length)
  return message
}

/** The same file with a signature of its `signedMessage`. Signing again replaces what was there. */
export function withSignature(file: ArrayBuffer, publicKey: Uint8Array, signature: Uint8Array): ArrayBuffer {
  const bytes = new Uint8Array(file).slice()
  bytes.set(publicKey, publicKeyAt)
  bytes.set(signature, signatureAt)
  return bytes.buffer
}

/** Equal bytes. Not for secrets. */
export const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, index) => byte === other[index])

function isAscending(starts: Uint32Array): boolean {
  for (let index = 1; index < starts.length; index++) {
    if (starts[index]! <= starts[index - 1]! || starts[index]! % 4 !== 0) return false
  }
  return true
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
