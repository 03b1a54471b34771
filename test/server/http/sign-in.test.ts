import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSchool } from '#server/db/open.ts'
import { makeSignInLink } from '#server/services/staff/make-sign-in-link.ts'
import { hashPassword } from '#server/services/staff/password.ts'
import { makeSchool } from '#test/support/makers/school.ts'
import { makeSession, makeStaff } from '#test/support/makers/staff.ts'
import { type RunningServer, runServer } from '#test/support/running-server.ts'

let running: RunningServer
const token: Record<string, string> = {}
const minute = 60_000

beforeAll(async () => {
  running = await runServer(async (dataDir) => {
    await makeSchool(dataDir, 'second', (database) =>
      database.write(async (db) => void (token['second'] = await makeSession(db, 'dsl'))),
    )
    const passwordHash = await hashPassword('a long pass phrase')
    const database = await openSchool({ dataDir, schoolId: 'made' })
    await database.write(async (db) => {
      await makeStaff(db, 'typist', ['teacher'], passwordHash)
      await makeStaff(db, 'victim', ['teacher'], passwordHash)
      await makeStaff(db, 'nothing', [])
      token['none'] = await makeSession(db, 'nothing')
      token['idle teacher'] = await makeSession(db, 'teacher', { idleMs: 31 * minute })
      token['resting teacher'] = await makeSession(db, 'teacher', { idleMs: 29 * minute })
      token['idle dsl'] = await makeSession(db, 'dsl', { idleMs: 16 * minute })
      token['old teacher'] = await makeSession(db, 'teacher', { ageMs: 601 * minute })
      token['revoked'] = await makeSession(db, 'teacher', { revoked: true })
      token['link'] = await makeSignInLink(db, 'dsl', Date.now(), minute)
      token['old link'] = await makeSignInLink(db, 'dsl', Date.now() - 2 * minute, minute)
    })
    await database.close()
  })
})
afterAll(() => running.stop())

const signIn = (email: string, password: string, schoolId = 'made') =>
  running.withCookie('')('POST', '/sign-in', { schoolId, email, password })

describe('a password', () => {
  test('opens a session in a cookie that scripts cannot read and other sites cannot send', async () => {
    const { status, body, headers } = await signIn('Typist@Staff.Test', 'a long pass phrase')
    expect([status, body.staffId, body.rooms]).toEqual([200, 'typist', ['lesson', 'flags', 'reports', 'why']])
    const cookie = headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^lapwing=made\.[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
    const as = running.withCookie(cookie.split(';')[0] ?? '')
    expect((await as('GET', '/me')).status).toBe(200)
    expect((await as('POST', '/sign-out')).status).toBe(204)
    expect((await as('GET', '/me')).status).toBe(401)
  })

  test('that is wrong says the same as an address that nobody has', async () => {
    const wrong = await signIn('typist@staff.test', 'wrong')
    const unknown = await signIn('nobody@staff.test', 'wrong')
    const elsewhere = await signIn('typist@staff.test', 'a long pass phrase', 'second')
    expect([wrong.status, unknown.status, elsewhere.status]).toEqual([401, 401, 401])
    expect(wrong.body.message).toBe(unknown.body.message)
  })

  test('cannot be guessed on and on, and only that account waits', async () => {
    const tries = []
    for (let count = 0; count < 9; count++)
      tries.push((await signIn('victim@staff.test', `guess ${count}`)).status)
    expect(tries).toEqual([...Array<number>(8).fill(401), 429])
    expect((await signIn('victim@staff.test', 'a long pass phrase')).headers.get('retry-after')).toMatch(
      /^\d+$/,
    )
    expect((await signIn('typist@staff.test', 'a long pass phrase')).status).toBe(200)
  })
})

describe('a sign-in link', () => {
  test('works once', async () => {
    const open = () =>
      running.withCookie('')('POST', '/sign-in-link', { schoolId: 'made', token: token['link'] })
    expect(await open()).toMatchObject({ status: 200, body: { staffId: 'dsl' } })
    expect((await open()).status).toBe(401)
  })
  test('does not work when it is too old', async () => {
    const body = { schoolId: 'made', token: token['old link'] }
    expect((await running.withCookie('')('POST', '/sign-in-link', body)).status).toBe(401)
  })
})

describe('a session', () => {
  const cases = [
    ['of a teacher idle for 31 minutes', 'made', 'idle teacher', 401],
    ['of a teacher idle for 29 minutes', 'made', 'resting teacher', 200],
    ['of a DSL idle for 16 minutes', 'made', 'idle dsl', 401],
    ['of a teacher begun over ten hours ago', 'made', 'old teacher', 401],
    ['that was revoked', 'made', 'revoked', 401],
    ['of another school, in its own name', 'second', 'second', 200],
    ['of another school, in this one', 'made', 'second', 401],
    ['of somebody without any role', 'made', 'none', 403],
  ] as const
  test.each(cases)('%s', async (_, school, name, status) => {
    const as = running.withCookie(`lapwing=${school}.${token[name]}`)
    expect((await as('GET', '/me')).status).toBe(status)
  })

  test.each(['lapwing=made.short', 'lapwing=../made.x', 'lapwing=', 'other=1'])(
    'is not in %s',
    async (cookie) => {
      expect((await running.withCookie(cookie)('GET', '/me')).status).toBe(401)
    },
  )
})

test('no password, token or address is ever in the log', () => {
  const said = JSON.stringify(running.log)
  for (const secret of [...Object.values(token), 'pass phrase', '@staff.test'])
    expect(said).not.toContain(secret)
  expect(running.log.some((line) => line['route'] === '/api/sign-in')).toBe(true)
})
