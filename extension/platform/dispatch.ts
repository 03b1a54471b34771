import * as v from 'valibot'
import type { Asker, PageHandlers } from '#extension/background/ports.ts'
import { parse } from '#shared/base/parse.ts'
import { err, ok, type Result } from '#shared/base/result.ts'
import { type PageMessageName, pageMessages, type Trust } from '#shared/protocol/page.ts'

/** Who sent a message, as the browser says; never as the message says. */
export interface Sender {
  readonly id?: string | undefined
  readonly url?: string | undefined
  readonly origin?: string | undefined
  readonly frameId?: number | undefined
  readonly documentId?: string | undefined
  readonly tab?:
    | {
        readonly id?: number | undefined
        readonly url?: string | undefined
        readonly title?: string | undefined
      }
    | undefined
}

/** The extension itself: its id and the address its own pages begin with. */
export interface Us {
  readonly id: string
  readonly origin: string
}

const Envelope = v.strictObject({
  name: v.picklist(Object.keys(pageMessages) as [PageMessageName, ...PageMessageName[]]),
  request: v.unknown(),
})

/** Who a sender is to us: one of our own screens, a page through its content script, or nobody. */
export function trustOf(sender: Sender, us: Us): Trust | null {
  if (sender.id !== us.id || typeof sender.url !== 'string') return null
  if (sender.url.startsWith(us.origin)) return 'screen'
  return sender.tab?.id === undefined ? null : 'page'
}

/**
 * Answers one message, or says why not. Checks who sends it, then its form, then the answer's form.
 * Null when it is no message of ours at all.
 */
export async function dispatch(
  message: unknown,
  sender: Sender,
  us: Us,
  handlers: PageHandlers,
): Promise<Result<unknown> | null> {
  const envelope = parse(Envelope, message)
  if (!envelope.ok) return null
  const { name, request } = envelope.value
  const declared = pageMessages[name]
  if (trustOf(sender, us) !== declared.from) return err('not allowed')
  const asked = parse<v.GenericSchema>(declared.request, request)
  if (!asked.ok) return err(asked.error)
  const handle = handlers[name] as (request: unknown, asker: Asker) => Promise<unknown>
  const answer = parse<v.GenericSchema>(declared.response, await handle(asked.value, askerOf(sender)))
  if (!answer.ok) throw new Error(`the answer to ${name} is not what was declared: ${answer.error}`)
  return ok(answer.value)
}

function askerOf({ tab, url = '', origin, frameId, documentId }: Sender): Asker {
  // A document without an address of its own (about:blank, srcdoc, blob:) belongs to the origin that made it.
  const own = /^(?:https?|file|data):/i.test(url) || origin === undefined || origin === 'null' ? url : origin
  return {
    tabId: tab?.id ?? null,
    isTop: frameId === 0,
    frameId,
    documentId,
    url: own,
    title: tab?.title ?? null,
  }
}
