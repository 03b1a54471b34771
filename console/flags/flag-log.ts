import { Check, ClipboardCheck, NotebookPen } from '@lucide/vue'
import { flagOutcomeLabels } from '#shared/domain/flag.ts'
import type { FlagDetail } from '#shared/protocol/console-api.ts'
import { intentLabels } from '../app/words.ts'
import type { LogEntry } from '../ui/log-entry.ts'

/** What staff did about a flag, oldest first. */
export function logOf(flag: FlagDetail): LogEntry[] {
  const { acknowledgedAt, acknowledgedBy, notes, closed } = flag
  const entries: LogEntry[] = notes.map(({ at, by, text }, index) => ({
    id: `note-${index}`,
    at,
    who: by,
    what: 'noted',
    quote: text,
    icon: NotebookPen,
  }))
  if (acknowledgedAt !== null && acknowledgedBy !== null) {
    entries.push({
      id: 'acknowledged',
      at: acknowledgedAt,
      who: acknowledgedBy,
      what: 'acknowledged this',
      tone: 'info',
      icon: Check,
    })
  }
  if (closed) {
    const what = `closed this: ${flagOutcomeLabels[closed.outcome]}. On purpose or not: ${intentLabels[closed.intent].toLowerCase()}`
    entries.push({
      id: 'closed',
      at: closed.at,
      who: closed.by,
      what,
      quote: closed.why,
      tone: 'good',
      icon: ClipboardCheck,
    })
  }
  return entries.toSorted((one, other) => one.at - other.at)
}
