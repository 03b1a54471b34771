import type { SizeName } from './bundle.ts'
import type { PlaceName } from './places.ts'

/** What the worker is asked to do, in the address of a navigation that it holds meanwhile. */
export interface Order {
  readonly verb: 'write' | 'read' | 'inspect' | 'quota'
  readonly place: PlaceName
  readonly size: SizeName
  readonly version: number
  readonly page: number
  /** Where the answer goes. */
  readonly port: number
}

/** When a woken worker had what, in milliseconds since the navigation reached it. */
export interface ReadMarks {
  /** Since the worker's own start. */
  readonly firstTick: number
  readonly event: number
  readonly opened: number
  readonly head: number
  readonly headHash: number
  readonly verified: number
  readonly page: number
  readonly pageHash: number
}

/** Which versions lie where after a crash. */
export interface Inspection {
  readonly head: number
  readonly pages: Readonly<Record<number, number>>
}

export type Answer =
  | { readonly verb: 'read'; readonly marks: ReadMarks; readonly startedAt: number }
  | { readonly verb: 'write'; readonly ms: number }
  | { readonly verb: 'inspect'; readonly found: Inspection }
  | { readonly verb: 'quota'; readonly quota: number; readonly usage: number; readonly isPersisted: boolean }
  | { readonly verb: 'failed'; readonly error: string }

export const orderUrl = (order: Order): string =>
  `http://order.test/?${encodeURIComponent(JSON.stringify(order))}`

export const readOrder = (url: string): Order =>
  JSON.parse(decodeURIComponent(new URL(url).search.slice(1))) as Order

export const answerUrl = (port: number, answer: Answer): string =>
  `http://127.0.0.1:${port}/?${encodeURIComponent(JSON.stringify(answer))}`

export const readAnswer = (path: string): Answer =>
  JSON.parse(decodeURIComponent(path.slice(path.indexOf('?') + 1))) as Answer
