import type { Answer, Network } from '#extension/background/ports.ts'

const noAnswer = { status: 0, retryAfterMs: null, body: null } as const
/** Longer than any answer of a healthy school takes. */
const patienceMs = 60_000

/** The network of a browser, and of Node: `fetch` and `WebSocket` are the same in both. */
export const network: Network = {
  connect(url, events) {
    let isOver = false
    const over = (): void => {
      if (isOver) return
      isOver = true
      events.closed()
    }
    const socket = new WebSocket(url)
    socket.addEventListener('open', () => events.opened())
    socket.addEventListener('message', ({ data }) => events.said(String(data)))
    socket.addEventListener('close', over)
    socket.addEventListener('error', over)
    return {
      send: (text) => {
        if (socket.readyState === WebSocket.OPEN) socket.send(text)
      },
      close: () => {
        isOver = true
        socket.close()
      },
    }
  },
  post: (url, body) =>
    answerOf(url, { method: 'POST', body, headers: { 'content-type': 'application/json' } }, (response) =>
      response.text(),
    ),
  download: (url, bearer, mostBytes) =>
    answerOf(url, { headers: { authorization: `Bearer ${bearer}` } }, (response) =>
      bytesOf(response, mostBytes),
    ),
}

async function answerOf<T>(
  url: string,
  init: RequestInit,
  read: (response: Response) => Promise<T | null>,
): Promise<Answer<T>> {
  try {
    const signal = AbortSignal.timeout(patienceMs)
    const response = await fetch(url, {
      ...init,
      signal,
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
    })
    const seconds = Number(response.headers.get('retry-after'))
    const retryAfterMs = Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : null
    return { status: response.status, retryAfterMs, body: await read(response) }
  } catch {
    return noAnswer
  }
}

/** A body of exactly what was promised at most; null as soon as more comes. */
async function bytesOf(response: Response, mostBytes: number): Promise<ArrayBuffer | null> {
  const bytes = new Uint8Array(mostBytes)
  let length = 0
  const reader = response.body?.getReader()
  if (reader === undefined) return null
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return bytes.buffer.slice(0, length)
    if (length + value.length > mostBytes) {
      await reader.cancel()
      return null
    }
    bytes.set(value, length)
    length += value.length
  }
}
