import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { banner } from '#extension/page/banner.ts'
import { createNudges } from '#extension/page/nudge.ts'
import { onNudge, onTeacherWords } from '#extension/platform/nudge-messages.ts'
import { nudgeCard } from '#extension/screens/nudge-card.ts'

/** Brought into a frame when there is something to show, and not before. */
export default defineUnlistedScript(() => {
  const nudges = createNudges(window)
  onTeacherWords((from, text) => banner(document, from, text))
  onNudge((nudge) => (nudge === null ? nudges.hide() : nudges.show(nudgeCard(nudge))))
})
