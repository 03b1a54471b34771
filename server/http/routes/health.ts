import { Hono } from 'hono'
import type { HttpEnv } from '../context.ts'
import { open } from '../decided.ts'

/** `healthz`: the process is up. `readyz`: the database of every school answers. */
export const healthRoutes = new Hono<HttpEnv>()
  .get('/healthz', open, (c) => c.json({ up: true }))
  .get('/readyz', open, async (c) => {
    const { services } = c.get('deps')
    const answers = await Promise.all(
      services.schoolIds.map((id) => services.call(id, 'school.ready', { kind: 'system' }, null)),
    )
    const ready = answers.length > 0 && answers.every((answer) => answer.result.ok)
    return c.json({ ready, schools: answers.length }, ready ? 200 : 503)
  })
