import type { Id } from '#shared/base/fields.ts'
import type { Role } from '#shared/domain/role.ts'

/** What a caller brings to prove who they are. The worker turns it into an actor, so that nobody else can mint one. */
export type Credential =
  | { readonly kind: 'nobody' }
  /** SHA-256 of a session's token, lower-case hexadecimal. `live` does not count as activity. */
  | { readonly kind: 'session'; readonly tokenHash: string; readonly live?: true }
  /** A device whose proof the gateway has checked. */
  | { readonly kind: 'device'; readonly deviceId: Id }
  /** The server itself: timers and start-up. */
  | { readonly kind: 'system' }

export interface StaffActor {
  readonly kind: 'staff'
  readonly staffId: Id
  readonly name: string
  readonly roles: readonly Role[]
  readonly sessionId: Id
  readonly sessionEndsAt: number
}

/** Who asks, once it is proved. */
export type Actor =
  | { readonly kind: 'nobody' }
  | StaffActor
  | { readonly kind: 'device'; readonly deviceId: Id }
  | { readonly kind: 'system' }
