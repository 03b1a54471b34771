import type { Result } from '#shared/base/result.ts'
import type { Credential } from './actor.ts'
import type { Fact } from './fact.ts'
import type { ServiceError } from './service-error.ts'
import type { InputOf, OutputOf, VerbName } from './signatures.ts'

/** What came of a verb. `decided` is false only when a verb forgot to ask `allow()`: nothing it says may be passed on. */
export interface Answer<T> {
  readonly result: Result<T, ServiceError>
  readonly decided: boolean
}

/** The way from the gateway thread to the school's verbs. */
export interface Services {
  /** The facts of a commit are published before this resolves. */
  readonly call: <N extends VerbName>(
    schoolId: string,
    verb: N,
    credential: Credential,
    input: InputOf<N>,
  ) => Promise<Answer<OutputOf<N>>>
  /** The schools this server has, as found at the start. */
  readonly schoolIds: readonly string[]
  /** True when a call made now would wait too long. */
  readonly isBusy: () => boolean
  readonly onFacts: (listener: (schoolId: string, facts: readonly Fact[]) => void) => void
  /** Finishes what is under way, writes everything out, and ends. */
  readonly close: () => Promise<void>
}
