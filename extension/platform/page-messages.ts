/**
 * The page gate's end of the wire. It runs in every frame of every page, so it brings neither the polyfill nor a schema library:
 * whatever answers is the extension itself.
 */
interface Runtime {
  sendMessage(message: unknown): Promise<unknown>
  readonly onMessage: {
    addListener(listen: (message: unknown, sender: unknown, answer: (value: unknown) => void) => void): void
  }
}

/** What is found out about a picture. */
interface PictureResult {
  readonly result: 'fine' | 'kept' | 'unknown'
  readonly mayReveal: boolean
  readonly sparing?: boolean
}

/** The browser's own messages; undefined in a script whose extension was replaced. */
export const runtime = (): Runtime | undefined => {
  const { browser, chrome } = globalThis as {
    browser?: { runtime?: Runtime }
    chrome?: { runtime?: Runtime }
  }
  return browser?.runtime ?? chrome?.runtime
}

async function send(name: string, request: object): Promise<unknown> {
  return partOf(await runtime()?.sendMessage({ name, request }), 'value')
}

/** A part of what somebody says, whatever it is. */
export const partOf = (said: unknown, name: string): unknown =>
  (said as Readonly<Record<string, unknown>> | null | undefined)?.[name]

const shortUrl = (): string => location.href.slice(0, 2048)

const actionOf = (value: unknown): 'allow' | 'stop' => (partOf(value, 'action') === 'stop' ? 'stop' : 'allow')

/** Asks whether this document may be here. Rejects when nobody answers. */
export const askOpened = async (): Promise<'allow' | 'stop'> =>
  actionOf(await send('page.opened', { url: shortUrl(), isTop: window === top }))

/** Says what the document has of a web proxy, and hears whether it may stay. Rejects when nobody answers. */
export const tellSigns = async (signs: readonly string[], ownWorker: boolean): Promise<'allow' | 'stop'> =>
  actionOf(await send('page.signs', { signs, ownWorker }))

/** Says what stands in the document, and hears whether it may stay and whether more is wanted. Rejects when nobody answers. */
export async function tellText(document: string, text: string): Promise<'allow' | 'stop' | 'enough'> {
  const value = await send('page.text', { document, text })
  const action = partOf(value, 'action')
  if (action === undefined) throw new Error('no answer')
  return action === 'enough' ? action : actionOf(value)
}

/** Says what somebody has written. The answer, if there is one, is shown by the extension. */
export function tellTyped(field: number, text: string, sent: boolean): void {
  // A worker that is being replaced judges the next words.
  send('page.typed', { field, text, sent }).catch(() => undefined)
}

/** Has a picture looked at. Rejects when nobody answers. */
export async function askPicture(picture: object, use: 'shown' | 'upload'): Promise<PictureResult> {
  const answer = await send('page.picture', { picture, use })
  if (partOf(answer, 'result') === undefined) throw new Error('no answer')
  // It comes from the extension itself, which has checked it.
  return answer as PictureResult
}

/** Says that a picture of this document was kept wrongly. */
export const tellPictureWrong = (): Promise<unknown> => send('page.pictureWrong', {})

/** Says that the address of this document is another one now. */
export const tellMoved = (): Promise<unknown> => send('page.moved', { url: shortUrl() })

/** Hears the order to stop. Only the extension itself can send it to a content script. */
export function onStop(stop: () => void): void {
  runtime()?.onMessage.addListener((order) => {
    if (partOf(order, 'type') === 'stop') stop()
  })
}
