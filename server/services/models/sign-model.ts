import { type KeyObject, sign } from 'node:crypto'
import { signedModelMessage, withModelSignature } from '#shared/classify/text/signed-model.ts'
import { rawPublicKey } from '../lists/signing-key.ts'

/** A text model as devices take it: signed with the school's key. */
export const signModel = (file: ArrayBuffer, key: KeyObject): Uint8Array<ArrayBuffer> =>
  withModelSignature(file, rawPublicKey(key), sign(null, signedModelMessage(file), key))
