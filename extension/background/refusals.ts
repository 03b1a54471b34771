import type { RefusalReason } from '#shared/protocol/version.ts'

/** What staff read when the school will not talk to this device. Reasons that pass by themselves have no sentence. */
export const refusalSentences: Partial<Record<RefusalReason, string>> = {
  'device-too-old': 'This extension is older than the school’s server takes: it must be updated',
  'server-too-old': 'The school’s server is older than this extension: it must be updated',
  'revoked-device': 'The school has revoked this device',
  'unknown-school': 'The school’s server does not know this school id',
  'bad-proof': 'The school’s server did not accept this device’s key',
}
