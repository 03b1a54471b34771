import { randomUUID } from 'node:crypto'
import type { EpochMs } from '#shared/base/fields.ts'
import { parse } from '#shared/base/parse.ts'
import type { SchoolDatabase } from '../db/database.ts'
import type { GroupCommit } from '../db/group-commit.ts'
import type { Db, Execute } from '../db/transaction.ts'
import type { Actor, Credential } from './actor.ts'
import { allow } from './allow.ts'
import { appendAudit } from './audit.ts'
import type { Context, School } from './context.ts'
import type { Fact } from './fact.ts'
import type { Answer } from './port.ts'
import { refuse } from './service-error.ts'
import type { InputOf, VerbName } from './signatures.ts'
import { prove } from './staff/prove.ts'
import type { Outcome, Verb } from './verb.ts'

/** A school's database, its commits in groups, and what every verb may know of it. */
export interface OpenedSchool {
  readonly school: School
  readonly database: SchoolDatabase
  readonly commits: GroupCommit
}

/** What a verb came to, and what the live side has to be told because of it. */
export interface Ran {
  readonly answer: Answer<unknown>
  readonly facts: readonly Fact[]
}

interface UnitRan<T> {
  readonly result: Outcome<T>
  readonly decided: boolean
  readonly facts: readonly Fact[]
}

const newId = (): string => randomUUID().replaceAll('-', '')

/** Runs `run` as one unit of work for whoever brings `credential`; everything it says is thrown away when it runs again. */
async function inUnit<T>(
  { school, commits }: OpenedSchool,
  credential: Credential,
  now: EpochMs,
  run: (ctx: Context) => Promise<Outcome<T>>,
): Promise<UnitRan<T>> {
  return commits.commit(async (db: Db, execute: Execute) => {
    const facts: Fact[] = []
    const actor: Actor | null = await prove(db, credential, now, school.settings)
    if (actor === null)
      return { result: refuse('not-signed-in', 'Please sign in again.'), decided: true, facts }
    let decided = false
    const ctx: Context = {
      db,
      execute,
      school,
      actor,
      now,
      newId,
      allow: (asked) => {
        decided = true
        return allow(actor, asked)
      },
      audit: (entry) => appendAudit(db, now, actor, entry),
      publish: (fact) => facts.push(fact),
    }
    const result = await run(ctx)
    return { result, decided, facts: result.ok ? facts : [] }
  })
}

/** Runs a verb: its input is checked, then it is committed; what it says counts only when this resolves. */
export async function runVerb<N extends VerbName>(
  opened: OpenedSchool,
  verb: Verb<N>,
  credential: Credential,
  input: unknown,
  now: EpochMs,
): Promise<Ran> {
  const parsed = verb.input === undefined ? { ok: true as const, value: input } : parse(verb.input, input)
  if (!parsed.ok) return { answer: { result: refuse('invalid', parsed.error), decided: true }, facts: [] }
  const { result, decided, facts } = await runGiven(opened, verb, credential, parsed.value as InputOf<N>, now)
  return { answer: { result, decided }, facts }
}

async function runGiven<N extends VerbName>(
  opened: OpenedSchool,
  verb: Verb<N>,
  credential: Credential,
  input: InputOf<N>,
  now: EpochMs,
): Promise<UnitRan<unknown>> {
  if ('run' in verb) return inUnit(opened, credential, now, (ctx) => verb.run(ctx, input))
  const facts: Fact[] = []
  const result = await verb.runSlowly(
    {
      school: opened.school,
      now,
      read: (fn) => opened.database.read(fn),
      unit: async (run) => {
        const ran = await inUnit(opened, credential, now, run)
        facts.push(...ran.facts)
        return ran.result
      },
    },
    input,
  )
  // Nobody is signed in yet: proving who one is is itself the decision.
  return { result, decided: true, facts }
}
