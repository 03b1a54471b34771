import { toBase64Url } from '#shared/base/base64url.ts'
import { parse } from '#shared/base/parse.ts'
import { DevicePublicKey } from '#shared/protocol/enrolment.ts'
import type { Kept } from './kept.ts'

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const

/** The device's own key. The private half never leaves the browser's key store. */
export interface DeviceKey {
  publicKey(): Promise<DevicePublicKey>
  /** ECDSA P-256 with SHA-256 over the text's UTF-8 bytes, as base64url r||s. */
  sign(text: string): Promise<string>
}

/** Makes the key the first time it is needed and keeps it (not extractable). */
export function createDeviceKey({ subtle, kept }: { subtle: SubtleCrypto; kept: Kept }): DeviceKey {
  let making: Promise<CryptoKeyPair> | null = null
  const make = async (): Promise<CryptoKeyPair> => {
    const pair = await subtle.generateKey(algorithm, false, ['sign', 'verify'])
    await kept.set('key', pair)
    return pair
  }
  const pair = async (): Promise<CryptoKeyPair> => kept.get('key') ?? (await (making ??= make()))
  return {
    async publicKey() {
      const { kty, crv, x, y } = await subtle.exportKey('jwk', (await pair()).publicKey)
      const key = parse(DevicePublicKey, { kty, crv, x, y })
      if (!key.ok) throw new Error(`the browser made a key of another kind: ${key.error}`)
      return key.value
    },
    async sign(text) {
      const { privateKey } = await pair()
      const signature = await subtle.sign(
        { name: 'ECDSA', hash: 'SHA-256' },
        privateKey,
        new TextEncoder().encode(text),
      )
      return toBase64Url(new Uint8Array(signature))
    },
  }
}
