import type { Id } from '#shared/base/fields.ts'
import type { ChangedNoun, ServerSentToConsole } from '#shared/protocol/console.ts'

/** A console of somebody who is signed in. */
export interface ConnectedConsole {
  readonly staffId: Id
  readonly sessionId: string
  readonly send: (frame: ServerSentToConsole) => void
  /** Says that the session is over, and closes. */
  readonly signOut: () => void
}

export interface Consoles {
  readonly enter: (console: ConnectedConsole) => void
  readonly leave: (console: ConnectedConsole) => void
  readonly all: () => Iterable<ConnectedConsole>
  /** Nudges only the consoles of these staff. */
  readonly changed: (staffIds: readonly Id[], noun: ChangedNoun, id: Id) => void
  readonly signOut: (sessionId: string) => void
}

/** The open consoles of one school. */
export function createConsoles(): Consoles {
  const open = new Set<ConnectedConsole>()
  return {
    enter: (console) => void open.add(console),
    leave: (console) => void open.delete(console),
    all: () => open,
    changed(staffIds, noun, id) {
      const who = new Set(staffIds)
      for (const console of open) if (who.has(console.staffId)) console.send({ type: 'changed', noun, id })
    },
    signOut(sessionId) {
      for (const console of open) if (console.sessionId === sessionId) console.signOut()
    },
  }
}
