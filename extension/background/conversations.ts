import type { NudgeKind } from '#shared/domain/nudge.ts'

/** The last messages sent from one place, which make sense together. */
const mostMessages = 5
const longestMessage = 600
/** A conversation that rests so long is over. */
const rememberedMs = 15 * 60_000
const mostPlaces = 50
/** A hint that somebody has seen is not repeated for a while. */
const notAgainMs = 10 * 60_000

/** What was said lately, and which hints were given: in memory only, gone with the worker. */
export interface Conversations {
  /** The messages sent before from a place, oldest first. */
  before(place: string): readonly string[]
  said(place: string, message: string): void
  /** True when a hint, or its absence, is another one than this field shows. */
  isNewNudge(field: string, kind: NudgeKind | null): boolean
}

/** @param now epoch milliseconds */
export function createConversations(now: () => number): Conversations {
  const messages = new Map<string, { text: string; at: number }[]>()
  const nudges = new Map<string, { kind: NudgeKind | null; givenAt: Map<NudgeKind, number> }>()

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
    isNewNudge(field, kind) {
      const { kind: shown, givenAt } = nudges.get(field) ?? { kind: null, givenAt: new Map() }
      nudges.delete(field)
      nudges.set(field, { kind, givenAt })
      bounded(nudges)
      if (kind === shown) return false
      if (kind === null) return true
      const lately = now() - (givenAt.get(kind) ?? -notAgainMs) < notAgainMs
      givenAt.set(kind, now())
      return !lately
    },
  }
}
