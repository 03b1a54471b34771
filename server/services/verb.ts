import type * as v from 'valibot'
import type { EpochMs } from '#shared/base/fields.ts'
import type { Result } from '#shared/base/result.ts'
import type { Reader } from '../db/transaction.ts'
import type { Context, School } from './context.ts'
import type { ServiceError } from './service-error.ts'
import type { InputOf, OutputOf, VerbName } from './signatures.ts'

export type Outcome<T> = Result<T, ServiceError>

/** What a verb that does slow work outside a transaction is given. */
export interface Slow {
  readonly school: School
  readonly now: EpochMs
  readonly read: <T>(fn: (db: Reader) => Promise<T>) => Promise<T>
  /** Runs one unit of work, committed when it resolves. */
  readonly unit: <T>(run: (ctx: Context) => Promise<Outcome<T>>) => Promise<Outcome<T>>
}

interface Checked<N extends VerbName> {
  /** Checked before anything runs; absent when the input holds nothing that a person or a device made. */
  readonly input?: v.GenericSchema<unknown, InputOf<N>>
}

/**
 * One thing the school does: allow, then conditional writes and audit, in one unit of work. It may run more than once before it is
 * committed, so it touches nothing but its context. A verb that refuses has written nothing but what may stay.
 */
export interface UnitVerb<N extends VerbName> extends Checked<N> {
  readonly run: (ctx: Context, input: InputOf<N>) => Promise<Outcome<OutputOf<N>>>
}

/** A verb whose slow part (hashing a password) must not hold the school's one writer. */
export interface SlowVerb<N extends VerbName> extends Checked<N> {
  readonly runSlowly: (slow: Slow, input: InputOf<N>) => Promise<Outcome<OutputOf<N>>>
}

export type Verb<N extends VerbName> = UnitVerb<N> | SlowVerb<N>
