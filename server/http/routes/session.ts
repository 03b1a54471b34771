import { Hono } from 'hono'
import { SignInInput, SignInLinkInput } from '#shared/protocol/console-api.ts'
import { ask, askAs } from '../ask.ts'
import { body } from '../body.ts'
import type { HttpEnv } from '../context.ts'
import { endedCookie, sessionCookie } from '../cookie.ts'

const nobody = { kind: 'nobody' } as const

export const sessionRoutes = new Hono<HttpEnv>()
  .post('/sign-in', body(SignInInput), async (c) => {
    const { schoolId, email, password } = c.req.valid('json')
    const { token, me } = await askAs(c, { schoolId, credential: nobody }, 'staff.sign-in', {
      email,
      password,
    })
    c.header('set-cookie', sessionCookie(c.get('deps').publicOrigin(), schoolId, token))
    return c.json(me)
  })
  .post('/sign-in-link', body(SignInLinkInput), async (c) => {
    const { schoolId, token: link } = c.req.valid('json')
    const { token, me } = await askAs(c, { schoolId, credential: nobody }, 'staff.sign-in-by-link', {
      token: link,
    })
    c.header('set-cookie', sessionCookie(c.get('deps').publicOrigin(), schoolId, token))
    return c.json(me)
  })
  .post('/sign-out', async (c) => {
    c.header('set-cookie', endedCookie(c.get('deps').publicOrigin()))
    await ask(c, 'staff.sign-out', null)
    return c.body(null, 204)
  })
  .get('/me', async (c) => c.json(await ask(c, 'staff.me', null)))
