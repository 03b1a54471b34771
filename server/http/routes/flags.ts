import { Hono } from 'hono'
import * as v from 'valibot'
import { Text } from '#shared/base/fields.ts'
import { parse } from '#shared/base/parse.ts'
import { FlagStatus } from '#shared/domain/flag.ts'
import { CloseFlagInput, FlagNoteInput } from '#shared/protocol/console-api.ts'
import { ask } from '../ask.ts'
import { body } from '../body.ts'
import type { HttpEnv } from '../context.ts'
import { idOf } from '../id-of.ts'
import { Refusal } from '../refusal.ts'

const Query = v.object({ status: v.optional(FlagStatus), cursor: v.optional(Text(200)) })
const NoteBody = v.omit(FlagNoteInput, ['flagId'])
const CloseBody = v.omit(CloseFlagInput, ['flagId'])

export const flagRoutes = new Hono<HttpEnv>()
  .get('/flags', async (c) => {
    const query = parse(Query, c.req.query())
    if (!query.ok) {
      c.set('decided', 'refused')
      throw new Refusal({ code: 'invalid', message: query.error })
    }
    const { status = null, cursor = null } = query.value
    return c.json(await ask(c, 'flags.list', { status, cursor }))
  })
  .get('/flags/:id', async (c) => c.json(await ask(c, 'flags.view', { flagId: idOf(c) })))
  .post('/flags/:id/acknowledge', async (c) => c.json(await ask(c, 'flags.acknowledge', { flagId: idOf(c) })))
  .post('/flags/:id/notes', body(NoteBody), async (c) =>
    c.json(await ask(c, 'flags.note', { flagId: idOf(c), ...c.req.valid('json') })),
  )
  .post('/flags/:id/close', body(CloseBody), async (c) =>
    c.json(await ask(c, 'flags.close', { flagId: idOf(c), ...c.req.valid('json') })),
  )
