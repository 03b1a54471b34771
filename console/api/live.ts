import { retryDelayMs } from '#shared/base/backoff.ts'
import { parseJson } from '#shared/base/parse.ts'
import { type ConsoleSent, consoleSocketPath, ServerSentToConsole } from '#shared/protocol/console.ts'
import { aliveEveryMs } from '#shared/protocol/device.ts'

export type LiveStatus = 'connecting' | 'live' | 'offline'

/** A socket to the school that mends itself. */
export interface Live {
  send(frame: ConsoleSent): void
  close(): void
}

const backoff = { firstMs: 500, longestMs: 15_000 }

/**
 * Opens the console's socket and keeps it open: full-jitter backoff, and a silence of three times `aliveEveryMs` counts as lost.
 * Frames that do not parse are dropped. `signed-out` ends it for good.
 */
export function openLive(on: {
  frame(frame: ServerSentToConsole): void
  status(status: LiveStatus): void
}): Live {
  let socket: WebSocket | null = null
  let attempt = 0
  let ended = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let silence: ReturnType<typeof setTimeout> | undefined

  const listenForSilence = (): void => {
    clearTimeout(silence)
    silence = setTimeout(() => socket?.close(), 3 * aliveEveryMs)
  }
  const connect = (): void => {
    on.status(attempt === 0 ? 'connecting' : 'offline')
    socket = new WebSocket(new URL(consoleSocketPath, location.href.replace(/^http/, 'ws')))
    listenForSilence()
    socket.addEventListener('message', ({ data }) => {
      listenForSilence()
      const frame = parseJson(ServerSentToConsole, String(data))
      if (!frame.ok) return
      if (frame.value.type === 'ready') {
        attempt = 0
        on.status('live')
      }
      if (frame.value.type === 'signed-out') close()
      on.frame(frame.value)
    })
    socket.addEventListener('close', () => {
      clearTimeout(silence)
      if (ended) return
      on.status('offline')
      timer = setTimeout(connect, retryDelayMs(attempt++, backoff, Math.random))
    })
  }
  const close = (): void => {
    ended = true
    clearTimeout(timer)
    clearTimeout(silence)
    socket?.close()
  }
  connect()
  return {
    send: (frame) => {
      if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame))
    },
    close,
  }
}
