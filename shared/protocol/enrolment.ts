import * as v from 'valibot'
import { EpochMs, Id, Text } from '../base/fields.ts'

/** The public half of a device's ECDSA P-256 key, as JWK (RFC 7517). */
export const DevicePublicKey = v.strictObject({
  kty: v.literal('EC'),
  crv: v.literal('P-256'),
  x: v.pipe(v.string(), v.regex(/^[\w-]{43}$/)),
  y: v.pipe(v.string(), v.regex(/^[\w-]{43}$/)),
})
export type DevicePublicKey = v.InferOutput<typeof DevicePublicKey>

const Signature = v.pipe(v.string(), v.regex(/^[\w-]{86}$/))

/** POST /device/enrol. The signature covers `enrolmentText` and proves that the sender holds the private key. */
export const EnrolRequest = v.strictObject({
  protocol: v.pipe(v.number(), v.integer()),
  schoolId: Id,
  enrolmentToken: Text(200),
  publicKey: DevicePublicKey,
  sentAt: EpochMs,
  pupilIdentity: v.nullable(Text(200)),
  platform: Text(120),
  signature: Signature,
})
export type EnrolRequest = v.InferOutput<typeof EnrolRequest>

export const EnrolResponse = v.strictObject({ deviceId: Id, serverTime: EpochMs })
export type EnrolResponse = v.InferOutput<typeof EnrolResponse>

/** The text a device signs when it enrols (ECDSA P-256 with SHA-256 over its UTF-8 bytes, signature as base64url r||s). */
export const enrolmentText = (request: Omit<EnrolRequest, 'signature'>): string =>
  [
    'lapwing-enrol',
    request.protocol,
    request.schoolId,
    request.enrolmentToken,
    request.publicKey.x,
    request.publicKey.y,
    request.sentAt,
    request.pupilIdentity ?? '',
  ].join('\n')

/** The text a device signs to open its socket: the server's nonce makes it good for once only. */
export const helloText = (hello: { schoolId: string; deviceId: string; nonce: string }): string =>
  ['lapwing-hello', hello.schoolId, hello.deviceId, hello.nonce].join('\n')

export { Signature as DeviceSignature }
