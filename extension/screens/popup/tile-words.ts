import type { ActivityStatus } from '#shared/domain/activity.ts'

/** What stands on a teacher's tile for each status, word for word as the console has it. */
export const tileWords: Readonly<Record<ActivityStatus, string>> = {
  'on-page': 'On a page',
  blocked: 'Blocked page',
  paused: 'Pause page',
  locked: 'Locked',
  idle: 'Idle',
  private: 'Private page',
}
