import type { ActivityStatus } from '#shared/domain/activity.ts'

/** What stands on a teacher's tile for each status. The console says the same. */
export const tileWords: Readonly<Record<ActivityStatus, string>> = {
  'on-page': 'On a page',
  blocked: 'On a blocked page',
  paused: 'On a pause page',
  locked: 'Screen locked',
  idle: 'Idle',
  private: 'Private',
}
