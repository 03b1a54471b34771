import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ErrorBody } from '#shared/protocol/console-api.ts'
import type { ServiceError } from '../services/service-error.ts'

const statusOf: Readonly<Record<ErrorBody['code'], ContentfulStatusCode>> = {
  invalid: 400,
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'too-many': 429,
  busy: 503,
  broken: 500,
}

/** A request that ends here: thrown by adapters, turned into an `ErrorBody` by the app's error handler. */
export class Refusal extends Error {
  readonly reason: ServiceError

  constructor(reason: ServiceError) {
    super(reason.code)
    this.reason = reason
  }

  get status(): ContentfulStatusCode {
    return statusOf[this.reason.code]
  }
}
