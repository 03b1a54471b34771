import type { Tone } from './tone.ts'

/** A short message about something just done, with at most one way back. */
export interface ToastMessage {
  id: string
  tone: Exclude<Tone, 'brand'>
  title: string
  detail?: string | undefined
  /** Such as "Undo"; without it there is no button. */
  action?: string | undefined
  /** How long it stays; pausing on hover and focus. 6 s when left out, 10 s with an action. */
  durationMs?: number | undefined
}
