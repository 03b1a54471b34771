import type { FlagDetail } from '#shared/protocol/console-api.ts'
import type { Tile } from '#shared/protocol/console.ts'

/** Wednesday 18 November 2026, 10:30 UTC. */
export const at = 1_794_997_800_000

/** A tile of a connected pupil who reads about photosynthesis. */
export const makeTile = (over: Partial<Tile> = {}): Tile => ({
  pupilId: 'pupil-1',
  name: 'Ada Fenwick',
  connected: true,
  activity: {
    status: 'on-page',
    site: 'bbc.co.uk',
    title: 'Photosynthesis',
    category: 'education',
    since: at,
  },
  locked: false,
  openFlags: 0,
  flagSeverity: 0,
  waitingRequests: 0,
  ...over,
})

/** A new flag of severity 4 with all its evidence, as the DSL sees it. */
export const makeFlag = (over: Partial<FlagDetail> = {}): FlagDetail => ({
  id: 'flag-1',
  pupil: { id: 'pupil-1', name: 'Ada Fenwick', year: 8, form: '8B' },
  at,
  receivedAt: at,
  category: 'self-harm',
  severity: 4,
  cause: 'search',
  status: 'new',
  host: 'www.google.com',
  acknowledgedBy: null,
  acknowledgedAt: null,
  access: 'full',
  url: 'https://www.google.com/search?q=words',
  title: null,
  words: 'words searched for',
  decision: {
    action: 'block',
    reason: 'category',
    category: 'self-harm',
    categories: ['self-harm'],
    flag: 4,
    trace: [{ from: 'search', found: '“words” is self-harm' }],
  },
  notes: [],
  closed: null,
  may: { acknowledge: true, note: true, close: true },
  ...over,
})
