/** Expected success or failure. Broken invariants throw; everything a caller must handle comes back as one of these. */
export type Result<T, E = string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E }

/** A success that carries `value`. */
export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })

/** A failure that carries `error`, by habit a short sentence a person can act on, or a closed code. */
export const err = <E>(error: E): { ok: false; error: E } => ({ ok: false, error })
