import { sha256 } from '@noble/hashes/sha2.js'
import { err, ok, type Result } from '../../base/result.ts'
import { mostModelBytes } from './model-layout.ts'

/**
 * A text model as a school hands it out, little-endian: the four bytes `LWTS`, the envelope's format (u32), the school's Ed25519 public key
 * (32 bytes), its signature (64 bytes, RFC 8032) of `signedModelMessage`, and the model's own file.
 */
const magic = 0x5354574c
const envelopeFormat = 1
const keyAt = 8
const signatureAt = 40
const modelAt = 104

/** No signed model is larger. */
export const mostSignedModelBytes = modelAt + mostModelBytes

/** A signed model taken apart. Whether the signature is genuine, and whose, is for the caller to ask. */
export interface SignedModel {
  readonly publicKey: Uint8Array<ArrayBuffer>
  readonly signature: Uint8Array<ArrayBuffer>
  readonly message: Uint8Array<ArrayBuffer>
  /** The model's own file. */
  readonly model: ArrayBuffer
}

/** What whoever answers for a model signs. */
export function signedModelMessage(model: ArrayBuffer): Uint8Array<ArrayBuffer> {
  const context = new TextEncoder().encode('lapwing text model 1\n')
  const digest = sha256(new Uint8Array(model))
  const message = new Uint8Array(context.length + digest.length)
  message.set(context)
  message.set(digest, context.length)
  return message
}

/** A model's file with a signature of its `signedModelMessage`. */
export function withModelSignature(
  model: ArrayBuffer,
  publicKey: Uint8Array,
  signature: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(modelAt + model.byteLength)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, magic, true)
  view.setUint32(4, envelopeFormat, true)
  bytes.set(publicKey, keyAt)
  bytes.set(signature, signatureAt)
  bytes.set(new Uint8Array(model), modelAt)
  return bytes
}

/** Takes a signed model apart. The error says what is wrong with the bytes. */
export function readSignedModel(file: ArrayBuffer): Result<SignedModel> {
  if (file.byteLength < modelAt) return err('the text model is truncated: it has no signature')
  const view = new DataView(file)
  if (view.getUint32(0, true) !== magic) return err('this is no signed text model')
  const format = view.getUint32(4, true)
  if (format !== envelopeFormat)
    return err(`the text model is signed in format ${format}, this version reads format ${envelopeFormat}`)
  const model = file.slice(modelAt)
  return ok({
    publicKey: new Uint8Array(file.slice(keyAt, signatureAt)),
    signature: new Uint8Array(file.slice(signatureAt, modelAt)),
    message: signedModelMessage(model),
    model,
  })
}
