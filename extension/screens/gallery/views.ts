import type { Decision } from '#shared/domain/decision.ts'
import type { TrustedAdult } from '#shared/domain/pupil.ts'
import type { PopupView, ScreenView } from '#shared/protocol/page.ts'

const adults: TrustedAdult[] = [
  { id: 'tutor', name: 'Mr Halloran', role: 'Form tutor' },
  { id: 'head-of-year', name: 'Ms Adeyemi', role: 'Head of year' },
  { id: 'dsl', name: 'Mrs Whitlock', role: 'Designated Safeguarding Lead' },
]
const safeguardingContact = 'Mrs Whitlock, room 12 by the library, or safeguarding@lapwing-school.example'

const blockedGames: Decision = {
  action: 'block',
  reason: 'category',
  category: 'gambling',
  categories: ['gambling'],
  flag: 0,
  trace: [
    { from: 'lists 2026-11-20', found: 'bets.example is gambling' },
    { from: 'policy 3', found: 'blocks gambling (school-day)' },
  ],
}

const stop: ScreenView = {
  url: 'https://bets.example/football/today?from=advert#odds',
  host: 'bets.example',
  title: null,
  decision: blockedGames,
  band: 'y7-y9',
  schoolName: 'Lapwing School',
  safeguardingContact,
  adults,
  request: null,
  online: true,
  lockMessage: null,
  canAsk: true,
}

const decided = (change: Partial<Decision>, view: Partial<ScreenView> = {}): ScreenView => ({
  ...stop,
  ...view,
  decision: { ...blockedGames, ...change },
})

/** A block screen in each of its states. */
export const screenViews = {
  stop: stop,
  'stop-harm': decided({ category: 'self-harm', categories: ['self-harm'], flag: 3 }, { canAsk: false }),
  'stop-adult': decided({ category: 'pornography', categories: ['pornography'], flag: 1 }, { canAsk: false }),
  rule: decided({ reason: 'school-rule', category: null }),
  scene: decided({ reason: 'scene', category: null }),
  lock: decided(
    { reason: 'lock', category: null },
    { canAsk: false, lockMessage: 'Pens down, eyes to the front please.' },
  ),
  'not-ready': decided({ reason: 'not-ready', category: null, trace: [] }, { canAsk: false }),
  pause: decided({ action: 'coach', category: 'games', categories: ['games'] }, { canAsk: false }),
  help: decided(
    { action: 'coach', reason: 'help', category: 'self-harm', categories: ['self-harm'], flag: 4 },
    { canAsk: false },
  ),
  waiting: { ...stop, request: { status: 'waiting', reply: null } },
  refused: {
    ...stop,
    request: { status: 'refused', reply: 'Not in this lesson. Try the BBC page instead.' },
  },
  offline: { ...stop, online: false },
  hostile: {
    ...stop,
    url:
      'https://xn--pypal-4ve.example/\u202egnp.exe/<img src=x onerror=alert(1)>/%E2%80%AE' +
      'long/'.repeat(60),
    schoolName:
      'The Very Long Name of Saint Aethelthryth of the Marshes Community Primary and Secondary Academy',
  },
} as const satisfies Record<string, ScreenView>

const popup: PopupView = {
  band: 'y7-y9',
  name: 'Amara',
  schoolName: 'Lapwing School',
  safeguardingContact,
  adults,
  state: 'protected',
  watchedBy: null,
  activity: null,
  waitingToSend: 0,
  receipts: [],
  monitorsOutOfHours: false,
  policyVersion: 3,
  listsVersion: '2026-11-20',
  rules: { held: 100_412, listed: 831_960, popularHeld: 2214, popularListed: 2214 },
  faults: [],
  page: { url: 'https://www.example.org/history/tudors', title: 'The Tudors', category: 'education' },
}

/** The popup in each of its states. */
export const popupViews = {
  protected: popup,
  watched: {
    ...popup,
    watchedBy: 'Ms Okafor, 8B Science',
    activity: {
      status: 'on-page',
      site: 'example.org',
      title: 'The Tudors',
      category: 'education',
      since: 1_790_000_000_000,
    },
    receipts: [
      { reportId: 'a', status: 'filed', heldBy: 'The safeguarding team', reply: null },
      {
        reportId: 'b',
        status: 'seen',
        heldBy: 'Ms Adeyemi',
        reply: 'Thank you for telling me. Come and see me at break if you like.',
      },
      { reportId: 'c', status: 'closed', heldBy: 'Mr Halloran', reply: null },
    ],
  },
  private: {
    ...popup,
    watchedBy: 'Ms Okafor, 8B Science',
    activity: { status: 'private', site: null, title: null, category: null, since: 1_790_000_000_000 },
  },
  partly: {
    ...popup,
    state: 'partly',
    faults: ['Pictures cannot be looked at on this device: model.json is missing'],
  },
  offline: { ...popup, state: 'offline', waitingToSend: 2 },
  'not-enrolled': {
    ...popup,
    state: 'not-enrolled',
    name: null,
    policyVersion: null,
    listsVersion: null,
    rules: null,
    page: null,
  },
  refused: { ...popup, state: 'refused', faults: ['The school does not know this device (unknown-device).'] },
  starting: { ...popup, state: 'starting', page: null },
} as const satisfies Record<string, PopupView>
