import type { Context } from 'hono'
import { Id } from '#shared/base/fields.ts'
import { parse } from '#shared/base/parse.ts'
import { Refusal } from './refusal.ts'

/** The `:id` of the request's path. Anything that is no id of ours names nothing. */
export function idOf(c: Context): Id {
  const id = parse(Id, c.req.param('id'))
  if (!id.ok) {
    c.set('decided', 'refused')
    throw new Refusal({ code: 'not-found', message: 'There is nothing here.' })
  }
  return id.value
}
