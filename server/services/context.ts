import type { EpochMs, Id } from '#shared/base/fields.ts'
import type { Db, Execute } from '../db/transaction.ts'
import type { Actor } from './actor.ts'
import type { Asked, Verdict } from './allow.ts'
import type { AuditEntry } from './audit.ts'
import type { Fact } from './fact.ts'
import type { SchoolSettings } from './school/settings.ts'

/** What lasts longer than one verb, for one school, in the services' thread. */
export interface School {
  readonly id: Id
  readonly name: string
  readonly settings: SchoolSettings
  /** Where list bundles lie. */
  readonly folder: string
}

/** One verb's unit of work: everything it reads and writes happens in one transaction, together with its audit rows. */
export interface Context {
  readonly db: Db
  readonly execute: Execute
  readonly school: School
  readonly actor: Actor
  readonly now: EpochMs
  readonly newId: () => Id
  /** Takes the decision and remembers that one was taken. */
  readonly allow: (asked: Asked) => Verdict
  /** Refuses to go on (throws) when the row cannot be written: then nothing is read either. */
  readonly audit: (entry: AuditEntry) => Promise<void>
  /** Told to the live side after the commit. */
  readonly publish: (fact: Fact) => void
}
