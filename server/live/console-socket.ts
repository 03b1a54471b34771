import type { WebSocket } from 'ws'
import { parseJson } from '#shared/base/parse.ts'
import type { Me } from '#shared/protocol/console-api.ts'
import { ConsoleSent, type ServerSentToConsole } from '#shared/protocol/console.ts'
import { aliveEveryMs } from '#shared/protocol/device.ts'
import type { Credential } from '../services/actor.ts'
import type { Services } from '../services/port.ts'
import type { ConnectedConsole } from './consoles.ts'
import type { Hub } from './hub.ts'
import { feedTiles } from './tile-feed.ts'

/** A session that ended elsewhere is noticed within this. */
const recheckEveryMs = 30_000

interface Parts {
  readonly services: Services
  readonly hub: Hub
  readonly now: () => number
}

interface Who {
  readonly schoolId: string
  readonly tokenHash: string
  readonly me: Me
}

/** Serves one console's socket. It shows; all that changes anything goes over HTTP. */
export function serveConsole(
  socket: WebSocket,
  { services, hub, now }: Parts,
  { schoolId, tokenHash, me }: Who,
): void {
  const school = hub.school(schoolId)
  // Looking on does not count as activity: a wall display may not keep a session alive.
  const credential: Credential = { kind: 'session', tokenHash, live: true }
  let feed: { stop: () => void } | null = null
  let wanted: string | null = null

  const send = (frame: ServerSentToConsole): void => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(frame))
  }
  const signOut = (): void => {
    send({ type: 'signed-out' })
    socket.close(4001, 'signed-out')
  }
  const console: ConnectedConsole = { staffId: me.staffId, sessionId: tokenHash, send, signOut }

  function unwatch(): void {
    wanted = null
    feed?.stop()
    feed = null
  }

  async function watch(lessonId: string): Promise<void> {
    unwatch()
    wanted = lessonId
    const { result, decided } = await services.call(schoolId, 'lessons.watch', credential, { lessonId })
    // Somebody who clicked on meanwhile, or has gone, gets nothing.
    if (wanted !== lessonId || socket.readyState !== socket.OPEN) return
    if (!result.ok && result.error.code === 'not-signed-in') return signOut()
    if (!result.ok || !decided) return send({ type: 'refused', reason: 'not-allowed' })
    feed = feedTiles(school.lessons, lessonId, { send, bufferedBytes: () => socket.bufferedAmount })
  }

  async function recheck(): Promise<void> {
    const { result } = await services.call(schoolId, 'staff.me', credential, null)
    if (!result.ok && result.error.code === 'not-signed-in') signOut()
  }

  const checks = setInterval(() => void recheck(), recheckEveryMs)
  const alive = setInterval(() => send({ type: 'alive', serverTime: now() }), aliveEveryMs)

  socket.on('message', (data: Buffer, isBinary: boolean) => {
    const frame = isBinary ? null : parseJson(ConsoleSent, data.toString('utf8'))
    if (frame?.ok !== true) {
      send({ type: 'refused', reason: 'bad-frame' })
      socket.close(1008, 'bad-frame')
    } else if (frame.value.type === 'watch') void watch(frame.value.lessonId)
    else unwatch()
  })
  socket.on('close', () => {
    clearInterval(checks)
    clearInterval(alive)
    unwatch()
    school.consoles.leave(console)
  })
  socket.on('error', () => socket.terminate())

  school.consoles.enter(console)
  send({ type: 'ready', serverTime: now() })
}
