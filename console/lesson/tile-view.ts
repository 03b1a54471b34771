import type { Tile } from '#shared/protocol/console.ts'
import { activityLabels, categoryLabel } from '../app/words.ts'
import type { Tone } from '../ui/tone.ts'

/** A tile as it is drawn: one glance says who is stuck, who is off task, who asks. */
export interface TileView {
  readonly tone: Tone
  readonly dot: 'good' | 'info' | 'warn' | 'danger' | 'off'
  readonly status: string
  readonly site: string
  readonly title: string
  readonly category: string | null
  readonly faded: boolean
  /** Higher comes first when sorted by attention. */
  readonly attention: number
}

const dots = {
  'on-page': 'good',
  blocked: 'danger',
  paused: 'warn',
  locked: 'info',
  idle: 'off',
  private: 'good',
} as const

/** What a tile shows. A private page shows that the pupil is on a page, and nothing about it. */
export function viewOf(tile: Tile): TileView {
  const { activity, connected, locked } = tile
  const attention =
    tile.flagSeverity * 10 +
    tile.waitingRequests * 5 +
    (activity?.status === 'blocked' ? 3 : 0) +
    (connected ? 0 : -1)
  const tone: Tone =
    tile.flagSeverity >= 2
      ? 'danger'
      : tile.waitingRequests > 0
        ? 'info'
        : activity?.status === 'blocked'
          ? 'warn'
          : 'neutral'
  const common = { tone, attention, faded: !connected }
  if (!connected)
    return {
      ...common,
      dot: 'off',
      status: 'Not connected',
      site: 'Not connected',
      title: '',
      category: null,
    }
  if (locked) return { ...common, dot: 'info', status: 'Locked', site: 'Locked', title: '', category: null }
  if (!activity)
    return {
      ...common,
      dot: 'off',
      status: 'Nothing open yet',
      site: 'Nothing open yet',
      title: '',
      category: null,
    }
  const status = activityLabels[activity.status]
  const hidden = activity.status === 'private' || activity.status === 'idle'
  return {
    ...common,
    dot: dots[activity.status],
    status,
    site: hidden ? status : (activity.site ?? 'The browser’s own page'),
    title: hidden ? '' : (activity.title ?? ''),
    category: hidden || activity.category === null ? null : categoryLabel(activity.category),
  }
}
