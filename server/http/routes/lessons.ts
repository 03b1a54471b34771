import { Hono } from 'hono'
import * as v from 'valibot'
import {
  GiveCommandInput,
  DecideRequestInput,
  SetSceneInput,
  StartLessonInput,
} from '#shared/protocol/console-api.ts'
import { ask } from '../ask.ts'
import { body } from '../body.ts'
import type { HttpEnv } from '../context.ts'
import { idOf } from '../id-of.ts'

const SceneBody = v.pick(SetSceneInput, ['scene'])
const DecideBody = v.omit(DecideRequestInput, ['requestId'])

export const lessonRoutes = new Hono<HttpEnv>()
  .get('/classes', async (c) => c.json(await ask(c, 'lessons.classes', null)))
  .post('/lessons', body(StartLessonInput), async (c) =>
    c.json(await ask(c, 'lessons.start', c.req.valid('json'))),
  )
  .get('/lessons/:id', async (c) => c.json(await ask(c, 'lessons.view', { lessonId: idOf(c) })))
  .post('/lessons/:id/stop', async (c) => c.json(await ask(c, 'lessons.stop', { lessonId: idOf(c) })))
  .put('/lessons/:id/scene', body(SceneBody), async (c) =>
    c.json(await ask(c, 'lessons.set-scene', { lessonId: idOf(c), scene: c.req.valid('json').scene })),
  )
  .get('/lessons/:id/requests', async (c) => c.json(await ask(c, 'requests.list', { lessonId: idOf(c) })))
  .get('/lessons/:id/commands', async (c) => c.json(await ask(c, 'commands.list', { lessonId: idOf(c) })))
  .post('/commands', body(GiveCommandInput), async (c) =>
    c.json(await ask(c, 'commands.give', c.req.valid('json'))),
  )
  .post('/requests/:id/decide', body(DecideBody), async (c) =>
    c.json(await ask(c, 'requests.decide', { requestId: idOf(c), ...c.req.valid('json') })),
  )
