import { err } from '#shared/base/result.ts'
import type { ErrorBody } from '#shared/protocol/console-api.ts'

/** Why a verb did not do it: a closed code, and a sentence for the person who asked. */
export interface ServiceError {
  readonly code: ErrorBody['code']
  readonly message: string
  readonly retryAfterMs?: number
}

/** A failure with its sentence. */
export const refuse = (code: ServiceError['code'], message: string): { ok: false; error: ServiceError } =>
  err({ code, message })
