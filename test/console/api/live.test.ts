import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type WebSocket as Socket, WebSocketServer } from 'ws'
import { openLive } from '#console/api/live.ts'
import type { ServerSentToConsole } from '#shared/protocol/console.ts'

const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

/** A real socket server on loopback; the page thinks it came from there. */
async function school(answer: (socket: Socket, connection: number) => void) {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  ends.push(() => server.close())
  let connections = 0
  server.on('connection', (socket) => answer(socket, ++connections))
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  vi.stubGlobal('location', new URL(`http://127.0.0.1:${port}/lesson`))
  ends.push(() => vi.unstubAllGlobals())
  const frames: ServerSentToConsole[] = []
  const statuses: string[] = []
  const live = openLive({ frame: (frame) => frames.push(frame), status: (status) => statuses.push(status) })
  ends.push(() => live.close())
  return { frames, statuses, live, connections: () => connections }
}

const ready = JSON.stringify({ type: 'ready', serverTime: 1_794_997_800_000 })

describe('the console’s socket', () => {
  it('comes back by itself after the server hung up', async () => {
    const { statuses, connections } = await school((socket, connection) => {
      socket.send(ready)
      if (connection === 1) setTimeout(() => socket.terminate(), 20)
    })
    await vi.waitFor(() => expect(connections()).toBe(2), { timeout: 5000 })
    await vi.waitFor(() => expect(statuses).toEqual(['connecting', 'live', 'offline', 'offline', 'live']))
  })

  it('drops frames that make no sense and goes on', async () => {
    const { frames } = await school((socket) => {
      for (const text of [
        '',
        'null',
        '{"type":"tile"}',
        '{"type":"changed","noun":"secret","id":"x"}',
        ready,
      ])
        socket.send(text)
    })
    await vi.waitFor(() => expect(frames.map(({ type }) => type)).toEqual(['ready']))
  })

  it('stays away once it was signed out', async () => {
    const { frames, connections } = await school((socket) => {
      socket.send(JSON.stringify({ type: 'signed-out' }))
      socket.close()
    })
    await vi.waitFor(() => expect(frames.map(({ type }) => type)).toEqual(['signed-out']))
    await new Promise((resolve) => setTimeout(resolve, 1200))
    expect(connections()).toBe(1)
  })
})
