import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { createNudges } from '#extension/page/nudge.ts'
import { onNudge } from '#extension/platform/nudge-messages.ts'
import { nudgeCard } from '#extension/screens/nudge-card.ts'

/** Brought into a frame when there is something to show, and not before. */
export default defineUnlistedScript(() => {
  const nudges = createNudges(window)
  onNudge((nudge) => (nudge === null ? nudges.hide() : nudges.show(nudgeCard(nudge))))
})
