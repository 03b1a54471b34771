import type { Nudge, NudgeKind } from '#shared/domain/nudge.ts'

/** The last messages sent from one place, which make sense together. */
const mostMessages = 5
const longestMessage = 600
/** A conversation that rests so long is over. */
const rememberedMs = 15 * 60_000
const mostPlaces = 50
/** A hint that somebody has seen is not repeated for a while. */
const notAgainMs = 10 * 60_000

type Given = Pick<Nudge, 'kind' | 'isTold'>

/** The hint that a field shows, and those it was given before. */
interface OfField {
  readonly shown: Given | null
  readonly given: Map<NudgeKind, { readonly at: number; readonly isTold: boolean }>
}
const newField = (): OfField => ({ shown: null, given: new Map() })

/** What was said lately, and which hints were given: in memory only, gone with the worker. */
export interface Conversations {
  /** The messages sent before from a place, oldest first. */
  before(place: string): readonly string[]
  said(place: string, message: string): void
  /** True when a hint, or its absence, is another one than this field shows. That an adult has been told is always news. */
  isNewNudge(field: string, nudge: Given | null): boolean
  /** True while a field has a hint beside it, for all that is known: the writer may have taken it away. */
  isShowing(field: string): boolean
}

/** @param now epoch milliseconds */
export function createConversations(now: () => number): Conversations {
  const messages = new Map<string, { text: string; at: number }[]>()
  const nudges = new Map<string, OfField>()

  const bounded = (map: Map<string, unknown>): void => {
    if (map.size > mostPlaces) map.delete(map.keys().next().value ?? '')
  }
  const alive = (place: string) => (messages.get(place) ?? []).filter(({ at }) => now() - at < rememberedMs)

  return {
    before: (place) => alive(place).map(({ text }) => text),
    said(place, message) {
      const kept = [...alive(place), { text: message.slice(0, longestMessage), at: now() }]
      messages.delete(place)
      messages.set(place, kept.slice(-mostMessages))
      bounded(messages)
    },
    isNewNudge(field, nudge) {
      const { shown, given } = nudges.get(field) ?? newField()
      nudges.delete(field)
      nudges.set(field, { shown: nudge, given })
      bounded(nudges)
      if (nudge === null) return shown !== null
      const before = given.get(nudge.kind)
      const lately = before !== undefined && now() - before.at < notAgainMs
      const isTold = nudge.isTold || (lately && before.isTold)
      const toldNow = isTold && before?.isTold !== true
      if (nudge.kind === shown?.kind && !toldNow) return false
      given.set(nudge.kind, { at: now(), isTold })
      return !lately || toldNow
    },
    isShowing: (field) => (nudges.get(field)?.shown ?? null) !== null,
  }
}
