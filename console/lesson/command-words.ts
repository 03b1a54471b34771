import type { CommandBody } from '#shared/domain/command.ts'
import { count } from '../app/words.ts'

/** What is said when a command is on its way. `pupils` 0 means everybody. */
export function saidOf(body: CommandBody, pupils: number): string {
  const whom = pupils === 0 ? 'everyone' : count(pupils, 'pupil')
  const sentences: Record<CommandBody['kind'], string> = {
    lock: `Locked ${whom}`,
    unlock: `Unlocked ${whom}`,
    open: `Opening the site for ${whom}`,
    grant: `Opened a site for ${whom}`,
    refuse: `Told ${whom} “not now”`,
    message: `Sent to ${whom}`,
  }
  return sentences[body.kind]
}
