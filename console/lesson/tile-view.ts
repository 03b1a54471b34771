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
  return { ...whereabouts(tile), tone: toneOf(tile), attention: attentionOf(tile), faded: !tile.connected }
}

const isBlocked = ({ activity }: Tile): boolean => activity?.status === 'blocked'

function toneOf(tile: Tile): Tone {
  if (tile.flagSeverity >= 2) return 'danger'
  if (tile.waitingRequests > 0) return 'info'
  return isBlocked(tile) ? 'warn' : 'neutral'
}

const attentionOf = (tile: Tile): number =>
  tile.flagSeverity * 10 + tile.waitingRequests * 5 + (isBlocked(tile) ? 3 : 0) - (tile.connected ? 0 : 1)

type Whereabouts = Pick<TileView, 'dot' | 'status' | 'site' | 'title' | 'category'>

const nowhere = (dot: TileView['dot'], status: string): Whereabouts => ({
  dot,
  status,
  site: status,
  title: '',
  category: null,
})

function whereabouts({ activity, connected, locked }: Tile): Whereabouts {
  if (!connected) return nowhere('off', 'Not connected')
  if (locked) return nowhere('info', 'Locked')
  if (!activity) return nowhere('off', 'Nothing open yet')
  const { status } = activity
  if (status === 'private' || status === 'idle') return nowhere(dots[status], activityLabels[status])
  return {
    dot: dots[status],
    status: activityLabels[status],
    site: activity.site ?? 'The browser’s own page',
    title: activity.title ?? '',
    category: activity.category === null ? null : categoryLabel(activity.category),
  }
}
