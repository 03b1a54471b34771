import type { Gathered } from './gathered.ts'
import type { HeldBack } from './held-back.ts'
import type { Judgement } from './judge.ts'
import type { ListSource } from './list-source.ts'
import type { Marks } from './marks.ts'

/** All that the settling of rules needs to know. */
export interface Setting {
  readonly gathered: Gathered
  readonly sources: readonly ListSource[]
  readonly parents: Int32Array
  readonly marks: Marks
  readonly judge: (set: number) => Judgement
  /** Sources that are not believed about harm. */
  readonly caught: ReadonlySet<number>
  readonly held: HeldBack
}
