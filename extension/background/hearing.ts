import type { Core } from './core.ts'
import type { Governing } from './governing.ts'
import type { Told } from './link.ts'
import type { Obeying } from './obeying.ts'
import type { Watching } from './watching.ts'

/** Takes what the school says to who does it. */
export function createHearing(deps: {
  core: Core
  governing: Governing
  obeying: Obeying
  watching: Watching
  screensChanged: () => void
}): (frame: Told) => void {
  const { core, governing, obeying, watching, screensChanged } = deps
  const { kept, clock, faults } = core

  /** The first key stays. Another one later is either a school that began anew, where devices enrol again, or somebody in between. */
  function trust(listsKey: string | null): void {
    const known = kept.get('listsKey')
    if (listsKey === null) return
    if (known === null) void kept.set('listsKey', listsKey)
    else if (known !== listsKey)
      faults.raise(
        'lists-key',
        'The school’s lists are signed by another key than before; this device keeps to the first',
      )
    else faults.clear('lists-key')
  }

  function welcomed(frame: Extract<Told, { type: 'welcome' }>): void {
    faults.clear('link')
    clock.heard(frame.serverTime)
    governing.ticket(frame.ticket)
    void kept.set('user', frame.user)
    void kept.set('receipts', frame.receipts)
    obeying.lesson(frame.lesson)
    for (const command of frame.commands) obeying.command(command)
    trust(frame.listsKey)
    governing.wanted('policy', frame.policy)
    if (frame.lists !== null) governing.wanted('lists', frame.lists)
    watching.again()
  }

  return (frame) => {
    switch (frame.type) {
      case 'welcome':
        return welcomed(frame)
      case 'alive':
        return clock.heard(frame.serverTime)
      case 'lesson':
        obeying.lesson(frame.lesson)
        return watching.again()
      case 'command':
        return obeying.command(frame.command)
      case 'receipt': {
        const others = kept.get('receipts').filter(({ reportId }) => reportId !== frame.receipt.reportId)
        void kept.set('receipts', [...others, frame.receipt].slice(-100))
        return screensChanged()
      }
      case 'policy':
        return governing.wanted('policy', frame.policy)
      case 'lists':
        trust(frame.listsKey)
        return governing.wanted('lists', frame.lists)
      case 'model':
        trust(frame.listsKey)
        return frame.model === null ? governing.withoutModel() : governing.wanted('model', frame.model)
      case 'user':
        void kept.set('user', frame.user)
        return screensChanged()
    }
  }
}
