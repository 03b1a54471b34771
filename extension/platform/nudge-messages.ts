import type { Nudge } from '#shared/domain/nudge.ts'
import { partOf, runtime } from './page-messages.ts'

/** Hears what a teacher writes, and says that somebody is there to show it. Only the extension itself can send it. */
export function onTeacherWords(show: (from: string, text: string) => void): void {
  runtime()?.onMessage.addListener((order, _, answer) => {
    if (partOf(order, 'type') !== 'message') return
    show(String(partOf(order, 'from')), String(partOf(order, 'text')))
    answer(true)
  })
}

/** Hears which hint to show in this frame, and says that somebody is there to show it. Only the extension itself can send one. */
export function onNudge(run: (nudge: Nudge | null) => void): void {
  runtime()?.onMessage.addListener((order, _, answer) => {
    if (partOf(order, 'type') !== 'nudge') return
    run(partOf(order, 'nudge') as Nudge | null)
    answer(true)
  })
}
