import { Hono } from 'hono'
import * as v from 'valibot'
import { ReplyToReportInput } from '#shared/protocol/console-api.ts'
import { ask } from '../ask.ts'
import { body } from '../body.ts'
import type { HttpEnv } from '../context.ts'
import { idOf } from '../id-of.ts'

const ReplyBody = v.omit(ReplyToReportInput, ['reportId'])

export const reportRoutes = new Hono<HttpEnv>()
  .get('/reports', async (c) => c.json(await ask(c, 'reports.list', null)))
  .post('/reports/:id/seen', async (c) => c.json(await ask(c, 'reports.see', { reportId: idOf(c) })))
  .post('/reports/:id/reply', body(ReplyBody), async (c) =>
    c.json(await ask(c, 'reports.reply', { reportId: idOf(c), ...c.req.valid('json') })),
  )
