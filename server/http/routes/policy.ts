import { Hono } from 'hono'
import { mostModelBytes } from '#shared/classify/text/model-layout.ts'
import { mostNameBytes } from '#shared/classify/url/names-file.ts'
import { PublishPolicyInput } from '#shared/protocol/console-api.ts'
import { ask } from '../ask.ts'
import { body, bytesOf } from '../body.ts'
import type { HttpEnv } from '../context.ts'

/** A policy holds up to 5,000 rules for sites. */
const largestPolicyBytes = 2 * 1024 * 1024
/** Twenty million hosts at 10 bytes each, and room to grow. */
const largestBundleBytes = 256 * 1024 * 1024

/** What walks down to devices: the school's policy, its lists as one bundle, and the text model. */
export const policyRoutes = new Hono<HttpEnv>()
  .get('/policy', async (c) => c.json(await ask(c, 'policies.view', null)))
  .put('/policy', body(PublishPolicyInput, largestPolicyBytes), async (c) =>
    c.json(await ask(c, 'policies.publish', c.req.valid('json'))),
  )
  .put('/lists', async (c) => {
    // So large a body is held in memory for nobody who is not signed in; whether they may install it is the verb's to say.
    await ask(c, 'staff.me', null)
    return c.json(await ask(c, 'lists.install', { bytes: await bytesOf(c, largestBundleBytes) }))
  })
  .put('/model', async (c) => {
    await ask(c, 'staff.me', null)
    return c.json(await ask(c, 'models.install', { bytes: await bytesOf(c, mostModelBytes) }))
  })
  .put('/lists/names', async (c) => {
    await ask(c, 'staff.me', null)
    return c.json(await ask(c, 'lists.install-names', { bytes: await bytesOf(c, mostNameBytes) }))
  })
