import { request } from 'node:http'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Dependencies, HttpEnv } from '#server/http/context.ts'
import { decidedBy } from '#server/http/decided.ts'
import { errorAnswer } from '#server/http/error-answer.ts'
import { type RunningServer, runServer } from '#test/support/running-server.ts'

let running: RunningServer
beforeAll(async () => {
  running = await runServer()
})
afterAll(() => running.stop())

const post = (headers: Record<string, string>, body: string, path = '/api/sign-in-link') =>
  fetch(running.origin + path, { method: 'POST', headers, body })

const ours = () => ({ 'x-lapwing': '1', origin: running.origin, 'content-type': 'application/json' })
const link = JSON.stringify({ schoolId: 'made', token: 'x' })

describe('a change is refused', () => {
  test('from another site', async () => {
    expect((await post({ ...ours(), origin: 'https://evil.example' }, link)).status).toBe(403)
  })
  test('when the browser says it is cross-site', async () => {
    expect((await post({ ...ours(), 'sec-fetch-site': 'cross-site' }, link)).status).toBe(403)
  })
  test('without our header, as a form would send it', async () => {
    const { 'x-lapwing': _, ...rest } = ours()
    expect((await post(rest, link)).status).toBe(403)
  })
  test('when it is no JSON by its type or its text', async () => {
    expect((await post({ ...ours(), 'content-type': 'text/plain' }, link)).status).toBe(400)
    expect((await post(ours(), '{"schoolId":')).status).toBe(400)
  })
  test('when it says it is too large', async () => {
    expect((await post(ours(), JSON.stringify({ schoolId: 'made', token: 'x'.repeat(70_000) }))).status).toBe(
      413,
    )
  })
  test('when it turns out too large', async () => {
    const status = await new Promise<number | undefined>((resolve) => {
      const sending = request(`${running.origin}/api/sign-in-link`, { method: 'POST', headers: ours() })
      sending.on('response', (response) => resolve(response.statusCode))
      sending.on('error', () => resolve(undefined))
      for (let count = 0; count < 10; count++) sending.write('x'.repeat(10_000))
      sending.end()
    })
    expect(status).toBe(413)
  })
})

test('a large body of nobody who is signed in is not even read', async () => {
  const status = await new Promise<number | undefined>((resolve) => {
    const headers = { ...ours(), cookie: `lapwing=made.${'x'.repeat(43)}`, 'content-length': 200_000_000 }
    const sending = request(`${running.origin}/api/lists`, { method: 'PUT', headers })
    sending.on('response', (response) => {
      resolve(response.statusCode)
      sending.destroy()
    })
    sending.on('error', () => resolve(undefined))
    sending.write('x')
  })
  expect(status).toBe(401)
})

test('every answer carries the policy that keeps foreign code out', async () => {
  const response = await fetch(`${running.origin}/api/me`)
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'")
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
})

test('what is not there is said so; other paths show the console', async () => {
  expect((await fetch(`${running.origin}/api/nothing`)).status).toBe(404)
  const page = await fetch(`${running.origin}/lesson`)
  expect([page.status, await page.text()]).toEqual([503, expect.stringContaining('has not been built')])
})

test('a route that takes no decision gives nothing away', async () => {
  const lines: unknown[] = []
  const deps = { log: (line: unknown) => lines.push(line) } as unknown as Dependencies
  const app = new Hono<HttpEnv>()
  app.onError(errorAnswer)
  app.use(decidedBy(deps))
  app.get('/forgetful', (c) => c.json({ pupil: 'Ada' }))
  const response = await app.request('/forgetful')
  expect(response.status).toBe(500)
  expect(await response.text()).not.toContain('Ada')
})
