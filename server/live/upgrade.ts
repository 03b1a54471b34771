import { createHash } from 'node:crypto'
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { consoleSocketPath } from '#shared/protocol/console.ts'
import { deviceSocketPath, largestFrameBytes } from '#shared/protocol/device.ts'
import type { Services } from '../services/port.ts'
import { serveConsole } from './console-socket.ts'
import { serveDevice } from './device-socket.ts'
import type { Hub } from './hub.ts'

export interface Sockets {
  /** Tells every socket to come back, spread over `spreadMs`, and closes it. */
  readonly close: (spreadMs: number) => void
  /** Cuts those that have not gone by themselves. */
  readonly terminate: () => void
}

interface Parts {
  readonly services: Services
  readonly hub: Hub
  readonly publicOrigin: () => string
  readonly now: () => number
  readonly random: () => number
  readonly sessionOf: (cookieHeader: string) => { schoolId: string; token: string } | null
}

/** Answers an upgrade in plain HTTP and hangs up. */
function turnAway(socket: Duplex, status: string, headers = ''): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n${headers}Content-Length: 0\r\n\r\n`)
}

/** Takes sockets on beside the HTTP server: devices by their key, consoles by their session cookie and our own origin. */
export function acceptSockets(server: Server, parts: Parts): Sockets {
  const { services, hub, now, random } = parts
  const wss = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: largestFrameBytes })
  let open = true

  async function console(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    if (request.headers.origin !== parts.publicOrigin()) return turnAway(socket, '403 Forbidden')
    const session = parts.sessionOf(request.headers.cookie ?? '')
    if (session === null) return turnAway(socket, '401 Unauthorized')
    const tokenHash = createHash('sha256').update(session.token).digest('hex')
    const credential = { kind: 'session', tokenHash, live: true } as const
    const { result } = await services.call(session.schoolId, 'staff.me', credential, null)
    if (!result.ok) return turnAway(socket, '401 Unauthorized')
    const who = { schoolId: session.schoolId, tokenHash, me: result.value }
    wss.handleUpgrade(request, socket, head, (ws) => serveConsole(ws, { services, hub, now }, who))
  }

  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    const path = (request.url ?? '').split('?', 1)[0]
    if (!open || services.isBusy()) {
      turnAway(socket, '503 Service Unavailable', `Retry-After: ${5 + Math.round(random() * 25)}\r\n`)
    } else if (path === deviceSocketPath) {
      wss.handleUpgrade(request, socket, head, (ws) => serveDevice(ws, { services, hub, now, random }))
    } else if (path === consoleSocketPath) {
      console(request, socket, head).catch(() => socket.destroy())
    } else turnAway(socket, '404 Not Found')
  })

  return {
    close(spreadMs) {
      open = false
      for (const school of hub.schools()) {
        for (const device of school.devices.all()) device.refuse('try-later', Math.round(random() * spreadMs))
        for (const each of school.consoles.all()) each.send({ type: 'refused', reason: 'try-later' })
      }
      for (const ws of wss.clients) ws.close(1012, 'try-later')
    },
    terminate() {
      for (const ws of wss.clients) ws.terminate()
    },
  }
}
