import { calibrate, type Held } from '#server/training/calibrate.ts'
import { createEngine } from '#shared/classify/text/engine.ts'
import { hashWord, mix } from '#shared/classify/text/hash.ts'
import type { ModelFile } from '#shared/classify/text/model-layout.ts'
import { createTextModel } from '#shared/classify/text/text-model.ts'
import { type Judge, lapwing } from './judges.ts'

/** Which of two halves a text belongs to: always the same one, whatever set it is in. */
export const halfOf = (text: string): 0 | 1 => (mix(hashWord(text), 0) & 1) as 0 | 1

/** Lapwing as it would be if it had never seen what it judges: each text is judged by thresholds that the texts of the other half set. */
export function judgeOfOtherHalf({ head, sections }: ModelFile, held: readonly Held[]): Judge {
  const engine = createEngine({ head, sections })
  const judges = ([0, 1] as const).map((half) => {
    const thresholds = calibrate(
      engine,
      held.filter(({ text }) => halfOf(text) !== half),
    )
    return lapwing(createTextModel({ head: { ...head, thresholds }, sections }))
  })
  return {
    name: 'lapwing, thresholds of the other half',
    judge: (text, context) => judges[halfOf(text)]?.judge(text, context) ?? [],
  }
}
