import { Hono } from 'hono'
import { WhyQuestion } from '#shared/protocol/why.ts'
import { ask } from '../ask.ts'
import { body } from '../body.ts'
import type { HttpEnv } from '../context.ts'

/** The longest text that may be asked about, each unit of it escaped. */
const largestQuestionBytes = 128 * 1024

/** Why is a page decided as it is? */
export const whyRoutes = new Hono<HttpEnv>().post(
  '/why',
  body(WhyQuestion, largestQuestionBytes),
  async (c) => c.json(await ask(c, 'why.ask', c.req.valid('json'))),
)
