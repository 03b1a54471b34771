import type { Context, MiddlewareHandler } from 'hono'
import type * as v from 'valibot'
import { parseJson } from '#shared/base/parse.ts'
import type { HttpEnv } from './context.ts'
import { Refusal } from './refusal.ts'

/** What a form of the console needs, with room. */
const usualBytes = 64 * 1024

const tooLarge = (): Refusal =>
  new Refusal({ code: 'too-large', message: 'That is more than the server takes at once.' })

/** The body's bytes; refuses more than `most`, also of a body that did not say its length, without reading on. */
export async function bytesOf(c: Context<HttpEnv>, most: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(c.req.header('content-length') ?? 0) > most) {
    c.set('decided', 'refused')
    throw tooLarge()
  }
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of c.req.raw.body ?? []) {
    size += chunk.byteLength
    if (size > most) {
      c.set('decided', 'refused')
      throw tooLarge()
    }
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

/** A body of known length is read the cheap way: touching the raw request costs five times the whole call. */
async function readText(c: Context<HttpEnv>, most: number): Promise<string> {
  const length = c.req.header('content-length')
  if (length === undefined) return Buffer.from(await bytesOf(c, most)).toString('utf8')
  if (Number(length) > most) throw tooLarge()
  return c.req.text()
}

/** The JSON body, parsed: at most `most` bytes, `application/json` only, nothing but what `schema` knows. */
export function body<S extends v.GenericSchema>(
  schema: S,
  most = usualBytes,
): MiddlewareHandler<HttpEnv, string, { in: { json: v.InferInput<S> }; out: { json: v.InferOutput<S> } }> {
  return async (c, next) => {
    c.set('decided', 'refused')
    if (!/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? '')) {
      throw new Refusal({ code: 'invalid', message: 'The body must be JSON.' })
    }
    const parsed = parseJson(schema, await readText(c, most))
    if (!parsed.ok) throw new Refusal({ code: 'invalid', message: parsed.error })
    c.req.addValidatedData('json', parsed.value as object)
    c.set('decided', undefined)
    await next()
  }
}
