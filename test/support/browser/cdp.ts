import type { CDPSession } from 'playwright-core'
import { WebSocket } from 'ws'

/** The events that tests listen to. */
export interface CdpEvents {
  'Page.frameNavigated': { frame: { parentId?: string; loaderId: string; url: string } }
  'Page.lifecycleEvent': { name: string; loaderId: string }
}

/** The browser itself, or one target that a debugger is attached to. */
export interface CdpTarget {
  /** Rejects with Chromium's message when it refuses. */
  readonly send: CDPSession['send']
  /** Calls back until the returned function is called. */
  on<E extends keyof CdpEvents>(event: E, listener: (params: CdpEvents[E]) => void): () => void
}

/** One connection to Chromium's debugger. It attaches to nothing by itself, so workers sleep and pages prerender as they do for pupils. */
export interface Cdp extends CdpTarget {
  attach(targetId: string): Promise<CdpTarget>
  close(): Promise<void>
}

interface Frame {
  readonly id?: number
  readonly method?: string
  readonly sessionId?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

interface Waiting {
  readonly method: string
  resolve(result: unknown): void
  reject(error: Error): void
}

interface Listening {
  readonly event: string
  readonly sessionId: string | undefined
  readonly listener: (params: never) => void
}

/** Connects to a browser by the address it prints as it starts. */
export const connectCdp = async (url: string): Promise<Cdp> => {
  const socket = new WebSocket(url, { perMessageDeflate: false, maxPayload: 256 * 1024 * 1024 })
  const waiting = new Map<number, Waiting>()
  const listening = new Set<Listening>()
  let lastId = 0

  const answer = (frame: Frame, to: Waiting): void => {
    if (frame.error === undefined) to.resolve(frame.result)
    else to.reject(new Error(`${to.method}: ${frame.error.message}`))
  }
  socket.on('message', (data) => {
    const frame = JSON.parse(String(data)) as Frame
    const to = frame.id === undefined ? undefined : waiting.get(frame.id)
    if (frame.id !== undefined && to !== undefined) {
      waiting.delete(frame.id)
      answer(frame, to)
      return
    }
    for (const { event, sessionId, listener } of listening) {
      if (event === frame.method && sessionId === frame.sessionId) listener(frame.params as never)
    }
  })
  const closed = new Promise<void>((resolve) => {
    socket.once('close', () => {
      for (const { method, reject } of waiting.values()) reject(new Error(`${method}: the browser is gone`))
      waiting.clear()
      resolve()
    })
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve())
    socket.once('error', reject)
  })

  const target = (sessionId: string | undefined): CdpTarget => ({
    send: (method, params) =>
      new Promise((resolve, reject) => {
        // A closed socket drops what it is given, and nobody would ever answer.
        if (socket.readyState !== WebSocket.OPEN) throw new Error(`${method}: the browser is gone`)
        lastId += 1
        waiting.set(lastId, { method, resolve: (result) => resolve(result as never), reject })
        socket.send(JSON.stringify({ id: lastId, method, params: params ?? {}, sessionId }))
      }),
    on: (event, listener) => {
      const entry: Listening = { event, sessionId, listener }
      listening.add(entry)
      return () => void listening.delete(entry)
    },
  })
  const root = target(undefined)
  return {
    ...root,
    attach: async (targetId) => {
      const { sessionId } = await root.send('Target.attachToTarget', { targetId, flatten: true })
      return target(sessionId)
    },
    close: async () => {
      socket.close()
      await closed
    },
  }
}
