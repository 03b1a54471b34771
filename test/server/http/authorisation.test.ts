import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '#server/app.ts'
import type { Dependencies } from '#server/http/context.ts'
import { baselinePolicy } from '#shared/policy/baseline.ts'
import { connectDevice, enrolDevice } from '#test/support/fake-device.ts'
import { makeFlag, makeReport, makeRequest } from '#test/support/makers/device-event.ts'
import { makeSchool } from '#test/support/makers/school.ts'
import { makeSession } from '#test/support/makers/staff.ts'
import { type Caller, type RunningServer, runServer, signedIn } from '#test/support/running-server.ts'

type Person = (typeof signedIn)[number]

const everybody: readonly Person[] = signedIn
const teachers: readonly Person[] = ['teacher', 'other-teacher']
const near: readonly Person[] = ['teacher', 'tutor', 'head-of-8']
const team: readonly Person[] = ['dsl', 'lead']
const notIct = signedIn.filter((person) => person !== 'ict')

interface Row {
  readonly route: string
  readonly path: () => string
  readonly who: readonly Person[]
  readonly body?: () => unknown
}

const ids = { lesson: '', request: '', device: '' }
const flag = (severity: number): string => `flag-${severity}`
const note = () => ({ text: 'Seen' })
const closing = () => ({ outcome: 'no-action', intent: 'unknown', why: 'Looked into it' })
const reply = () => ({ reply: 'Thank you', close: false })
const scene = { name: 'Open', openCategories: [], openSites: [], onlyThese: false }

/** Who may: everybody else gets 403 or 404. Ada is in the teacher's lesson; each flag is hers. */
const table: readonly Row[] = [
  { route: 'GET /api/me', path: () => '/me', who: everybody },
  { route: 'GET /api/classes', path: () => '/classes', who: teachers },
  {
    route: 'POST /api/lessons',
    path: () => '/lessons',
    who: ['teacher'],
    body: () => ({ classId: '8b', minutes: 5 }),
  },
  { route: 'GET /api/lessons/:id', path: () => `/lessons/${ids.lesson}`, who: ['teacher'] },
  {
    route: 'PUT /api/lessons/:id/scene',
    path: () => `/lessons/${ids.lesson}/scene`,
    who: ['teacher'],
    body: () => ({ scene }),
  },
  { route: 'GET /api/lessons/:id/requests', path: () => `/lessons/${ids.lesson}/requests`, who: ['teacher'] },
  { route: 'GET /api/lessons/:id/commands', path: () => `/lessons/${ids.lesson}/commands`, who: ['teacher'] },
  {
    route: 'POST /api/commands',
    path: () => '/commands',
    who: ['teacher'],
    body: () => ({ lessonId: ids.lesson, pupilIds: ['ada'], body: { kind: 'unlock' } }),
  },
  {
    route: 'POST /api/requests/:id/decide',
    path: () => `/requests/${ids.request}/decide`,
    who: ['teacher'],
    body: () => ({ grant: true, reply: null }),
  },
  { route: 'GET /api/flags', path: () => '/flags', who: notIct },
  ...[1, 2, 3, 4].map((level) => ({
    route: 'GET /api/flags/:id',
    path: () => `/flags/${flag(level)}`,
    who: [...near, ...team],
  })),
  ...[1, 2, 3, 4].map((level) => ({
    route: 'POST /api/flags/:id/notes',
    path: () => `/flags/${flag(level)}/notes`,
    who: level < 3 ? [...near, ...team] : team,
    body: note,
  })),
  ...[1, 2, 3, 4].map((level) => ({
    route: 'POST /api/flags/:id/acknowledge',
    path: () => `/flags/${flag(level)}/acknowledge`,
    who: level < 3 ? (['teacher', ...team] as const) : team,
  })),
  ...[1, 2, 3, 4].map((level) => ({
    route: 'POST /api/flags/:id/close',
    path: () => `/flags/${flag(level)}/close`,
    who: team,
    body: closing,
  })),
  { route: 'GET /api/reports', path: () => '/reports', who: everybody },
  { route: 'POST /api/reports/:id/seen', path: () => '/reports/to-tutor/seen', who: ['tutor', 'dsl'] },
  { route: 'POST /api/reports/:id/seen', path: () => '/reports/to-team/seen', who: team },
  {
    route: 'POST /api/reports/:id/reply',
    path: () => '/reports/to-tutor/reply',
    who: ['tutor', 'dsl'],
    body: reply,
  },
  { route: 'POST /api/reports/:id/reply', path: () => '/reports/to-team/reply', who: team, body: reply },
  { route: 'GET /api/policy', path: () => '/policy', who: [...team, 'ict'] },
  {
    route: 'PUT /api/policy',
    path: () => '/policy',
    who: team,
    body: () => ({ policy: baselinePolicy, basedOn: 1 }),
  },
  {
    route: 'POST /api/why',
    path: () => '/why',
    who: [...teachers, ...team, 'ict'],
    body: () => ({ about: { kind: 'address', url: 'bet365.com' }, year: 8, period: 'lesson' }),
  },
  { route: 'GET /api/devices', path: () => '/devices', who: ['ict'] },
  { route: 'POST /api/devices/:id/revoke', path: () => `/devices/${ids.device}/revoke`, who: ['ict'] },
  { route: 'POST /api/lessons/:id/stop', path: () => `/lessons/${ids.lesson}/stop`, who: ['teacher'] },
]
/** How one signs in and out stands in sign-in.test.ts, bodies of bytes in publishing.test.ts. */
const elsewhere = [
  'PUT /api/lists',
  'PUT /api/lists/names',
  'PUT /api/model',
  'POST /api/sign-in',
  'POST /api/sign-in-link',
  'POST /api/sign-out',
]

let running: RunningServer
let foreign: Caller
let strange: Caller
beforeAll(async () => {
  let second = ''
  running = await runServer((dataDir) =>
    makeSchool(dataDir, 'second', (database) =>
      database.write(async (db) => void (second = await makeSession(db, 'dsl'))),
    ),
  )
  foreign = running.withCookie(`lapwing=second.${second}`)
  strange = running.withCookie(`lapwing=made.${second}`)
  const enrolled = await enrolDevice(running.origin, 'ada@pupils.test')
  const device = await connectDevice(running.origin, enrolled)
  await device.welcome()
  const request = makeRequest()
  ids.device = enrolled.id
  ids.request = request.request.id
  ids.lesson = (await running.as('teacher')('POST', '/lessons', { classId: '8b', minutes: 30 })).body.id
  await device.keep(
    ...([1, 2, 3, 4] as const).map((level) => makeFlag(level, Date.now(), flag(level))),
    makeReport('tutor', 'only for you', 'to-tutor'),
    makeReport('safeguarding-team', 'for the team', 'to-team'),
    request,
  )
  await device.close()
})
afterAll(() => running.stop())

test('every route of the console is in this table', () => {
  const app = createApp({} as Dependencies, '/nowhere')
  const routes = new Set(
    app.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
      .map(({ method, path }) => `${method} ${path}`),
  )
  expect([...routes].toSorted()).toEqual(
    [...new Set([...table.map(({ route }) => route), ...elsewhere])].toSorted(),
  )
})

for (const { route, path, who, body } of table) {
  test(`${route} ${path()}: ${who.join(', ')}`, async () => {
    const method = route.split(' ')[0] ?? 'GET'
    const may: Person[] = []
    const seen = new Map<Person, number>()
    for (const person of signedIn) {
      const { status } = await running.as(person)(method, path(), body?.())
      seen.set(person, status)
      // 409: they might, but somebody was first.
      if (status === 200 || status === 409) may.push(person)
    }
    expect(may).toEqual(signedIn.filter((person) => who.includes(person)))
    expect([...seen.values()].filter((status) => ![200, 409, 403, 404].includes(status))).toEqual([])
    expect((await strange(method, path(), body?.())).status).toBe(401)
    expect((await running.withCookie('')(method, path(), body?.())).status).toBe(401)
    const abroad = await foreign(method, path(), body?.())
    expect([200, 403, 404]).toContain(abroad.status)
    expect(JSON.stringify(abroad.body)).not.toMatch(/Ada|flag-|to-team|to-tutor/)
  })
}

test.each([
  ['teacher', ['told-only', 'without-words', 'full']],
  ['tutor', ['told-only', 'without-words', 'full']],
  ['dsl', ['full', 'full', 'full']],
] as const)('how much %s reads of severities 4, 2 and 1', async (person, access) => {
  const seen = []
  for (const level of [4, 2, 1]) seen.push((await running.as(person)('GET', `/flags/${flag(level)}`)).body)
  expect(seen.map((each) => each.access)).toEqual(access)
  for (const each of seen) {
    const full = each.access === 'full'
    expect([each.words, each.url, each.decision === null]).toEqual(
      full ? ['the secret words', 'https://bet.example/odds?q=secret', false] : [null, null, true],
    )
    const place = /bet\.example|gambling|Odds/.test(JSON.stringify(each))
    expect(place).toBe(each.access !== 'told-only')
  }
})

test('reports are listed only to those whom they are for', async () => {
  const listed = async (person: Person): Promise<string[]> =>
    (await running.as(person)('GET', '/reports')).body.map((row: { id: string }) => row.id).toSorted()
  expect(await listed('dsl')).toEqual(['to-team', 'to-tutor'])
  expect(await listed('lead')).toEqual(['to-team'])
  expect(await listed('tutor')).toEqual(['to-tutor'])
  expect(await listed('teacher')).toEqual([])
})
