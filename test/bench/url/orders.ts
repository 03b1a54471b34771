import * as v from 'valibot'
import { questionKinds } from './questions.ts'

/** How warm the caches are: the same few hosts again and again, or other hosts after everything else went through the caches. */
export const cacheStates = ['hot', 'cold'] as const
export type CacheState = (typeof cacheStates)[number]

/** What a process with one contender is asked to do. */
export const Order = v.variant('do', [
  v.object({ do: v.literal('build'), domains: v.string(), file: v.string() }),
  v.object({ do: v.literal('open'), file: v.string(), first: v.string() }),
  v.object({
    do: v.literal('take'),
    hit: v.pipe(v.array(v.string()), v.readonly()),
    miss: v.pipe(v.array(v.string()), v.readonly()),
    mix: v.pipe(v.array(v.string()), v.readonly()),
  }),
  v.object({
    do: v.literal('time'),
    kind: v.picklist(questionKinds),
    caches: v.picklist(cacheStates),
    round: v.number(),
  }),
])
export type Order = v.InferOutput<typeof Order>

/** CPU time of all threads, and time on the clock. */
export const Cost = v.object({ cpuMs: v.number(), wallMs: v.number() })
export type Cost = v.InferOutput<typeof Cost>

/** Cost from the file to the first answer, and what the process keeps more than before (bytes). */
export const Opening = v.object({
  ...Cost.entries,
  residentBytes: v.number(),
  heapAndBuffersBytes: v.number(),
})
export type Opening = v.InferOutput<typeof Opening>

/** Misses that were answered yes, and hits that were answered no. */
export const Mistakes = v.object({ falseYes: v.number(), falseNo: v.number() })
export type Mistakes = v.InferOutput<typeof Mistakes>

/** CPU time of one lookup, mean of a batch. */
export const Timing = v.object({ nanos: v.number() })

/** What the process answers: a figure as above, or why there is none. */
export const Reply = v.union([v.object({ done: v.unknown() }), v.object({ failed: v.string() })])
