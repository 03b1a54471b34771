import { eq } from 'drizzle-orm'
import * as v from 'valibot'
import { parseJson } from '#shared/base/parse.ts'
import { Decision } from '#shared/domain/decision.ts'
import { FlagOutcome, Intent } from '#shared/domain/flag.ts'
import type { FlagDetail, FlagNote, FlagRow, PupilRef } from '#shared/protocol/console-api.ts'
import { flagNotes } from '../../db/schema/flag-note.ts'
import { staff } from '../../db/schema/staff.ts'
import type { Access } from '../allow.ts'
import type { Context } from '../context.ts'
import { pupilRefs } from '../pupils/ref.ts'
import type { FoundFlag } from './rows.ts'

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : '')

/** A flag in the queue. Whoever is only told learns neither the place, nor what it is about, nor how grave it is between 3 and 4. */
export function flagRow(flag: FoundFlag, access: Access, pupil: PupilRef | null): FlagRow {
  const { id, at, receivedAt, category, severity, cause, status, acknowledgedBy, acknowledgedAt } = flag
  const row = {
    id,
    pupil,
    at,
    receivedAt,
    category,
    severity,
    cause,
    status,
    acknowledgedBy,
    acknowledgedAt,
    access,
  }
  if (access === 'told-only') return { ...row, ...toldOnly }
  return { ...row, host: hostOf(flag.url) }
}

const toldOnly = { category: null, severity: 3, cause: 'visit', host: '' } as const

async function notesOf(ctx: Context, flagId: string, access: Access): Promise<FlagNote[]> {
  if (access === 'told-only') return []
  const rows = await ctx.db
    .select({ at: flagNotes.at, by: staff.name, text: flagNotes.words, staffId: flagNotes.staffId })
    .from(flagNotes)
    .innerJoin(staff, eq(staff.id, flagNotes.staffId))
    .where(eq(flagNotes.flagId, flagId))
    .orderBy(flagNotes.id)
  const own = ctx.actor.kind === 'staff' ? ctx.actor.staffId : ''
  return rows
    .filter((row) => access === 'full' || row.staffId === own)
    .map(({ at, by, text }) => ({ at, by, text }))
}

function closing(flag: FoundFlag): FlagDetail['closed'] {
  if (flag.closedAt === null) return null
  return {
    at: flag.closedAt,
    by: flag.closedBy ?? '',
    outcome: v.parse(FlagOutcome, flag.outcome),
    intent: v.parse(Intent, flag.intent),
    why: flag.basis ?? '',
  }
}

/** A flag with its evidence, as far as this access goes, and what this person may do with it. */
export async function flagDetail(ctx: Context, flag: FoundFlag, access: Access): Promise<FlagDetail> {
  const pupil = (await pupilRefs(ctx.db, [flag.pupilId])).get(flag.pupilId ?? '') ?? null
  const full = access === 'full'
  const decision = full ? parseJson(Decision, flag.decision) : null
  const may = (action: 'flag.acknowledge' | 'flag.note' | 'flag.close'): boolean =>
    ctx.allow({ action, relations: flag.relations, severity: flag.severity }) !== 'none'
  return {
    ...flagRow(flag, access, pupil),
    url: full ? flag.url : null,
    title: full ? flag.title : null,
    words: full ? flag.words : null,
    decision: decision?.ok === true ? decision.value : null,
    notes: await notesOf(ctx, flag.id, access),
    closed: full ? closing(flag) : null,
    may: {
      acknowledge: flag.status === 'new' && may('flag.acknowledge'),
      note: may('flag.note'),
      close: flag.status !== 'closed' && may('flag.close'),
    },
  }
}
