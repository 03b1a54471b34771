import { err, ok, type Result } from '#shared/base/result.ts'
import { RuleTable } from '#shared/classify/url/rule-table.ts'
import { ArenaHosts } from './arena-hosts.ts'
import { caughtSources } from './caught.ts'
import { contradictionsIn } from './contradictions.ts'
import { HeldBack } from './held-back.ts'
import { judgeOf } from './judge.ts'
import type { ListMap } from './list-map.ts'
import type { ListReport, SourceReport } from './list-report.ts'
import { findSources } from './list-source.ts'
import { makeKnown, markHosts } from './marks.ts'
import { holdSuddenBack, popularInHarm } from './popular-harm.ts'
import { readProtectedHosts } from './protected-hosts.ts'
import { readLists } from './read-lists.ts'
import type { Setting } from './setting.ts'
import { settleHosts } from './settle-hosts.ts'
import { settlePaths } from './settle-paths.ts'
import { takeRules } from './take-rules.ts'

/** What to compile, and how careful to be. */
export interface CompileOptions {
  /** Holds the lists (in `lists`, or directly), and perhaps `must-not-block.tsv.gz` and popular lists (in `lists/popular`). */
  readonly folder: string
  readonly map: ListMap
  /** The must-not-block file, where it is not in `folder`. */
  readonly mustNotBlock?: string | undefined
  /** How far down the popular lists to look: 10,000. */
  readonly popularTop?: number | undefined
  /** Bound of a list's unpacked size in bytes: 512 MiB. */
  readonly mostBytes?: number | undefined
  /** The report of the build that is in force, to compare with. */
  readonly previous?: ListReport | undefined
  /** So many popular hosts may a source newly call harmful, compared with `previous`: 25. */
  readonly mostSudden?: number | undefined
  /** Take lists that shrank to under half of what they were in `previous`. Without it such a build is refused. */
  readonly allowShrunk?: boolean | undefined
}

/** Rules for the bundle's writer, and what there is to say about them. */
export interface CompiledLists {
  readonly rules: RuleTable
  readonly report: ListReport
  /** Hosts that must come out of a bundle exactly as the rules say, also where two hashes meet: the popular and the protected ones. */
  readonly known: readonly string[]
  /** The popular hosts with their best known rank, 1 for the most visited. */
  readonly popularRank: ReadonlyMap<string, number>
}

/**
 * Compiles published lists into one table of rules: reads, holds back what must not stand (gate.ts), settles contradictions (judge.ts) and
 * leaves out what a shorter rule says as well. The same files give the same rules and report. The error is a sentence: a list that is not
 * there or has shrunk, or a must-not-block file that cannot be read.
 */
export async function compileLists(options: CompileOptions): Promise<Result<CompiledLists>> {
  const {
    folder,
    map,
    mustNotBlock,
    popularTop = 10_000,
    mostBytes = 512 * 2 ** 20,
    mostSudden = 25,
    previous,
  } = options
  const sources = await findSources(folder, map)
  if (!sources.ok) return sources
  const protection = await readProtectedHosts(folder, { mustNotBlock, popularTop, mostBytes })
  if (!protection.ok) return protection
  const { gathered, reports } = await readLists(sources.value, mostBytes)
  const shrunk = options.allowShrunk ? [] : shrunkSince(previous, reports)
  if (shrunk.length > 0)
    return err(`these lists are held back, and the build with them: ${shrunk.join('; ')}`)

  makeKnown(gathered, protection.value)
  const marks = markHosts(gathered, protection.value)
  const caught = caughtSources(gathered, marks, sources.value)
  const held = new HeldBack()
  const setting: Setting = {
    gathered,
    sources: sources.value,
    parents: gathered.arena.parents(),
    marks,
    judge: judgeOf(sources.value, gathered.sets, new Set(caught.keys())),
    caught: new Set(caught.keys()),
    held,
  }
  const hosts = new ArenaHosts(gathered.arena)
  const rules = new RuleTable(hosts)
  const { sets, exceptions } = settleHosts(setting, rules)
  const paths = settlePaths(setting, rules)
  const { popular } = protection.value
  let inHarm = popularInHarm(setting, popular, rules, sets)
  if (previous && holdSuddenBack(setting, rules, sets, inHarm, previous.popularInHarm, mostSudden) > 0)
    inHarm = popularInHarm(setting, popular, rules, sets)
  const { subsumed, coverage } = takeRules(setting, rules, hosts, sets, paths)
  return ok({
    rules,
    popularRank: popular,
    known: [...new Set([...popular.keys(), ...protection.value.mustNotBlock.keys()])].toSorted(),
    report: {
      sources: reports,
      hosts: rules.hosts.size,
      paths: rules.paths.size,
      subsumed,
      conflicts: contradictionsIn(setting),
      heldBack: held.entries(),
      caught: [...caught.values()],
      protection: {
        mustNotBlock: protection.value.mustNotBlock.size,
        popular: popular.size,
        exceptions,
        problems: [...protection.value.problems],
      },
      popularInHarm: inHarm,
      coverage,
    },
  })
}

/** Lists that gave under half of what they gave before, each in words. */
function shrunkSince(previous: ListReport | undefined, now: readonly SourceReport[]): string[] {
  const before = new Map(previous?.sources.map(({ name, taken }) => [name, taken]))
  return now
    .filter(({ name, taken }) => taken * 2 < (before.get(name) ?? 0))
    .map(
      ({ name, taken, problem }) =>
        `${name} had ${before.get(name)} rules and has ${taken}${problem ? ` (${problem})` : ''}`,
    )
}
