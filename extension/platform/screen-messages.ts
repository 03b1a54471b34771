import * as v from 'valibot'
import { parse } from '#shared/base/parse.ts'
import {
  type PageMessageName,
  pageMessages,
  type PageMessages,
  PageOrder,
  type RequestOf,
  type ResponseOf,
  ScreenNews,
} from '#shared/protocol/page.ts'
import { browser } from './browser.ts'

/** The messages our own screens may send. */
export type ScreenMessageName = {
  [N in PageMessageName]: PageMessages[N]['from'] extends 'screen' ? N : never
}[PageMessageName]

const Answer = v.union([
  v.object({ ok: v.literal(true), value: v.unknown() }),
  v.object({ ok: v.literal(false), error: v.string() }),
])

/** Asks the background. Rejects when it is not there, says no, or answers in another form than declared. */
export async function ask<N extends ScreenMessageName>(
  name: N,
  request: RequestOf<N>,
): Promise<ResponseOf<N>> {
  const answer = parse(Answer, await browser.runtime.sendMessage({ name, request }))
  if (!answer.ok) throw new Error(`${name}: no answer`)
  if (!answer.value.ok) throw new Error(`${name}: ${answer.value.error}`)
  const response = parse<v.GenericSchema>(pageMessages[name].response, answer.value.value)
  if (!response.ok) throw new Error(`${name}: ${response.error}`)
  return response.value as ResponseOf<N>
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
