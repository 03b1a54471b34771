import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'
import { canonicalJson } from '#shared/base/canonical-json.ts'
import type { DevicePublicKey } from '#shared/protocol/enrolment.ts'

function importKey(jwk: DevicePublicKey): KeyObject | null {
  try {
    return createPublicKey({ key: { ...jwk }, format: 'jwk' })
  } catch {
    // The numbers are no point on the curve: whoever sent them holds no such key.
    return null
  }
}

/** True when `signature` (base64url r||s) is ECDSA P-256 with SHA-256 over `text` by the holder of this key. */
export function proves(jwk: DevicePublicKey, text: string, signature: string): boolean {
  const key = importKey(jwk)
  const given = Buffer.from(signature, 'base64url')
  return (
    key !== null && verify('sha256', Buffer.from(text, 'utf8'), { key, dsaEncoding: 'ieee-p1363' }, given)
  )
}

/** The key's name: its thumbprint by RFC 7638, base64url. */
export const thumbprint = ({ crv, kty, x, y }: DevicePublicKey): string =>
  createHash('sha256').update(canonicalJson({ crv, kty, x, y })).digest('base64url')
