import type { Context, MiddlewareHandler } from 'hono'
import type * as v from 'valibot'
import { parseJson } from '#shared/base/parse.ts'
import type { HttpEnv } from './context.ts'
import { Refusal } from './refusal.ts'

const largestBytes = 64 * 1024

const tooLarge = (): Refusal =>
  new Refusal({ code: 'too-large', message: 'That is more than the server takes at once.' })

/** Reads a body that did not say its length, and stops at the limit. */
async function readCapped(c: Context): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of c.req.raw.body ?? []) {
    size += chunk.byteLength
    if (size > largestBytes) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

async function readText(c: Context): Promise<string> {
  const length = c.req.header('content-length')
  if (length === undefined) return readCapped(c)
  if (Number(length) > largestBytes) throw tooLarge()
  return c.req.text()
}

/** The JSON body, parsed: at most 64 KB, `application/json` only, nothing but what `schema` knows. */
export function body<S extends v.GenericSchema>(
  schema: S,
): MiddlewareHandler<HttpEnv, string, { in: { json: v.InferInput<S> }; out: { json: v.InferOutput<S> } }> {
  return async (c, next) => {
    c.set('decided', 'refused')
    if (!/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? '')) {
      throw new Refusal({ code: 'invalid', message: 'The body must be JSON.' })
    }
    const parsed = parseJson(schema, await readText(c))
    if (!parsed.ok) throw new Refusal({ code: 'invalid', message: parsed.error })
    c.req.addValidatedData('json', parsed.value as object)
    c.set('decided', undefined)
    await next()
  }
}
