import { expect, test } from 'vitest'
import { readSessionCookie, sessionCookie } from '#server/http/cookie.ts'

const token = 'a'.repeat(43)
const session = { schoolId: 'made', token }

test.each(['https://lapwing.school.test', 'http://127.0.0.1:8080'])('what %s sets it reads', (origin) => {
  const pair = sessionCookie(origin, 'made', token).split(';')[0] ?? ''
  expect(readSessionCookie(origin, `theme=dark; ${pair}`)).toEqual(session)
})

test('on https a cookie that a neighbouring host could have set is none', () => {
  const planted = `lapwing=made.${'b'.repeat(43)}`
  const origin = 'https://lapwing.school.test'
  expect(readSessionCookie(origin, planted)).toBeNull()
  expect(readSessionCookie(origin, `${planted}; __Host-lapwing=made.${token}`)).toEqual(session)
})
