import * as v from 'valibot'
import { parse } from '#shared/base/parse.ts'
import { err, ok, type Result } from '#shared/base/result.ts'
import {
  type PageMessageName,
  pageMessages,
  PageOrder,
  type RequestOf,
  type ResponseOf,
  ScreenNews,
} from '#shared/protocol/page.ts'
import { browser } from './browser.ts'

const Answer = v.union([
  v.object({ ok: v.literal(true), value: v.unknown() }),
  v.object({ ok: v.literal(false), error: v.string() }),
])

/** Asks the background. An error when it is not there, says no, or answers in another form than declared. */
export async function ask<N extends PageMessageName>(
  name: N,
  request: RequestOf<N>,
): Promise<Result<ResponseOf<N>>> {
  let said: unknown
  try {
    said = await browser.runtime.sendMessage({ name, request })
  } catch (error) {
    return err(`${name}: ${String(error)}`)
  }
  const answer = parse(Answer, said)
  if (!answer.ok) return err(`${name}: no answer`)
  if (!answer.value.ok) return err(`${name}: ${answer.value.error}`)
  const response = parse<v.GenericSchema>(pageMessages[name].response, answer.value.value)
  return response.ok ? ok(response.value as ResponseOf<N>) : err(`${name}: ${response.error}`)
}

/** Calls `run` whenever something a screen shows may be different; answers how to stop. */
export function onNews(run: () => void): () => void {
  const listen = (message: unknown): undefined => {
    if (parse(ScreenNews, message).ok) run()
  }
  browser.runtime.onMessage.addListener(listen)
  return () => browser.runtime.onMessage.removeListener(listen)
}

/** Calls `run` with what a teacher writes to this pupil while a screen of ours is in front. Answers how to stop. */
export function onTeacherMessage(run: (message: { from: string; text: string }) => void): () => void {
  const listen = (message: unknown): undefined => {
    const order = parse(PageOrder, message)
    if (order.ok && order.value.type === 'message') run({ from: order.value.from, text: order.value.text })
  }
  browser.runtime.onMessage.addListener(listen)
  return () => browser.runtime.onMessage.removeListener(listen)
}
