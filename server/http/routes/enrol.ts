import { Hono } from 'hono'
import { EnrolRequest } from '#shared/protocol/enrolment.ts'
import { askAs } from '../ask.ts'
import { body } from '../body.ts'
import type { HttpEnv } from '../context.ts'

/** Devices join here. The proof inside the request is checked by the verb. */
export const enrolRoutes = new Hono<HttpEnv>().post('/enrol', body(EnrolRequest), async (c) => {
  const request = c.req.valid('json')
  return c.json(
    await askAs(c, { schoolId: request.schoolId, credential: { kind: 'nobody' } }, 'devices.enrol', request),
  )
})
