import * as v from 'valibot'
import { CategoryId } from '#shared/domain/category.ts'

const Count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** Why what a source says of a site was held back. */
export const HoldReason = v.picklist([
  /** A public suffix: it would speak for everybody's sites. */
  'public-suffix',
  /** A school, a help line, a government: nothing here is ever in a harm category. */
  'must-not-block',
  /** It would cover a host that must never be blocked, and only one publisher says so. */
  'covers-must-not-block',
  /** One of the most visited, or it would cover one, and only one publisher says so. */
  'popular',
  /** The source was caught with public suffixes that cover good sites: nothing it says of harm is believed. */
  'caught',
  /** It would put more popular sites into harm at once than a list grows by. */
  'sudden',
])
export type HoldReason = v.InferOutput<typeof HoldReason>

/** What reading one source came to. */
const SourceReport = v.object({
  name: v.string(),
  category: CategoryId,
  /** Lines that said something, refused ones included. */
  read: Count,
  taken: Count,
  duplicate: Count,
  /** Sites that the list takes back (`@@||host^`). */
  exceptions: Count,
  refused: v.record(v.string(), v.object({ count: Count, samples: v.array(v.string()) })),
  /** Why nothing of it was taken, in a sentence. */
  problem: v.optional(v.string()),
  /** A UT1 folder's own word on what it is for. */
  usage: v.optional(v.string()),
  /** What of it is of no use here, in sentences. */
  notes: v.optional(v.array(v.string())),
})
export type SourceReport = v.InferOutput<typeof SourceReport>

/** All that a build has to say for itself. The same files give the same report. */
export const ListReport = v.object({
  sources: v.array(SourceReport),
  /** Rules that came out. */
  hosts: Count,
  paths: Count,
  /** Rules left out because a shorter one says as much. */
  subsumed: v.object({ hosts: Count, paths: Count }),
  /** Sites that one source calls safe and another harmful, by pair of sources. */
  conflicts: v.object({
    hosts: Count,
    pairs: v.array(
      v.object({
        safe: CategoryId,
        safeSource: v.string(),
        harm: CategoryId,
        harmSource: v.string(),
        wins: CategoryId,
        count: Count,
        samples: v.array(v.string()),
      }),
    ),
  }),
  heldBack: v.array(
    v.object({
      source: v.string(),
      category: CategoryId,
      reason: HoldReason,
      count: Count,
      sites: v.array(v.string()),
    }),
  ),
  /** Sources whose word on harm was not taken at all, with what gave them away. */
  caught: v.array(v.object({ source: v.string(), why: v.string(), suffixes: v.array(v.string()) })),
  protection: v.object({
    mustNotBlock: Count,
    popular: Count,
    /** Hosts given a safe rule of their own because a parent, on which publishers agree, is harmful. */
    exceptions: v.array(v.string()),
    problems: v.array(v.string()),
  }),
  /** The most visited hosts that are in a harm category: people should look at these. */
  popularInHarm: v.array(v.object({ host: v.string(), categories: v.array(CategoryId) })),
  /** Host rules by category. */
  coverage: v.record(v.string(), Count),
})
export type ListReport = v.InferOutput<typeof ListReport>
