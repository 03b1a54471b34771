import { FlagNoteInput } from '#shared/protocol/console-api.ts'
import { flagNotes } from '../../db/schema/flag-note.ts'
import type { UnitVerb } from '../verb.ts'
import { changedFlag } from './changed.ts'
import { reachFlag } from './reach.ts'

/** Adds a note to a flag. Notes are never changed or taken back. */
export const note: UnitVerb<'flags.note'> = {
  input: FlagNoteInput,
  async run(ctx, { flagId, text }) {
    const reached = await reachFlag(ctx, flagId, 'flag.note')
    if (!reached.ok) return reached
    const staffId = ctx.actor.kind === 'staff' ? ctx.actor.staffId : ''
    await ctx.db.insert(flagNotes).values({ flagId, at: ctx.now, staffId, words: text })
    return changedFlag(ctx, reached.value.flag, reached.value.access, 'flag.note')
  },
}
