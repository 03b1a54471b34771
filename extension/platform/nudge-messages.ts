import type { Nudge } from '#shared/domain/nudge.ts'
import { runtime } from './page-messages.ts'

/** Hears which hint to show in this frame, and says that somebody is there to show it. Only the extension itself can send one. */
export function onNudge(run: (nudge: Nudge | null) => void): void {
  runtime()?.onMessage.addListener((order, _, answer) => {
    if (typeof order !== 'object' || order === null || !('type' in order) || order.type !== 'nudge') return
    if (!('nudge' in order)) return
    run(order.nudge as Nudge | null)
    answer(true)
  })
}
