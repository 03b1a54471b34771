import type { Credential } from './actor.ts'
import type { Fact } from './fact.ts'
import type { Answer } from './port.ts'
import type { InputOf, VerbName } from './signatures.ts'

/** What the gateway thread sends to the services' thread. */
export type ToWorker =
  | {
      readonly type: 'call'
      readonly id: number
      readonly schoolId: string
      readonly verb: VerbName
      readonly credential: Credential
      readonly input: InputOf<VerbName>
    }
  | { readonly type: 'close' }

/** What comes back. `fault` is for the log only. */
export type FromWorker =
  | { readonly type: 'ready'; readonly schoolIds: readonly string[] }
  | {
      readonly type: 'answer'
      readonly id: number
      readonly schoolId: string
      readonly answer: Answer<unknown>
      readonly facts: readonly Fact[]
      readonly fault?: string
    }
  | { readonly type: 'closed'; readonly fault: string | null }
