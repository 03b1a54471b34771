import { once } from 'node:events'
import { WebSocket, WebSocketServer } from 'ws'
import { connectDevice, enrolDevice } from '#test/support/fake-device.ts'
import { makeBlockedPage, makeFlag } from '#test/support/makers/device-event.ts'
import { runServer } from '#test/support/running-server.ts'

/** The p-th percentile of durations, in ms with two decimals. */
const percentile = (durations: readonly number[], p: number): number =>
  Math.round((durations.toSorted((a, b) => a - b)[Math.floor((durations.length - 1) * p)] ?? 0) * 100) / 100

const summary = (durations: readonly number[]) => ({
  n: durations.length,
  p50: percentile(durations, 0.5),
  p95: percentile(durations, 0.95),
})

/** A frame there and back over a socket that does nothing: what no server can be faster than. */
async function bareEcho(rounds: number): Promise<number[]> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false })
  server.on('connection', (socket) => socket.on('message', (data) => socket.send(data)))
  await once(server, 'listening')
  const address = server.address()
  const socket = new WebSocket(`ws://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`)
  await once(socket, 'open')
  const durations: number[] = []
  for (let round = 0; round < rounds; round++) {
    const started = performance.now()
    socket.send(JSON.stringify(makeBlockedPage()))
    await once(socket, 'message')
    durations.push(performance.now() - started)
  }
  socket.terminate()
  server.close()
  return durations
}

const running = await runServer()
const devices = []
for (let index = 0; index < 30; index++) {
  const device = await connectDevice(
    running.origin,
    await enrolDevice(running.origin, index === 0 ? 'ada@pupils.test' : null),
  )
  await device.welcome()
  devices.push(device)
}
const dsl = await running.console('dsl')
const [ada] = devices

async function timed(job: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await job()
  return performance.now() - started
}

const one: number[] = []
for (let round = 0; round < 300; round++) one.push(await timed(async () => ada?.keep(makeBlockedPage())))

const crowd: number[] = []
for (let round = 0; round < 20; round++) {
  crowd.push(...(await Promise.all(devices.map((device) => timed(() => device.keep(makeBlockedPage()))))))
}

const nudges: number[] = []
for (let round = 0; round < 200; round++) {
  const flag = makeFlag(4)
  const about = ({ id }: { id: string }): boolean => id === flag.flag.id
  const kept = ada?.keep(flag)
  nudges.push(await timed(() => dsl.next('changed', about)))
  await kept
}

const echo = summary(await bareEcho(300))
console.log(
  JSON.stringify({
    unit: 'ms',
    bareEcho: echo,
    eventToAcknowledged: summary(one),
    eventToAcknowledgedThirtyAtOnce: summary(crowd),
    flagToConsoleNudge: summary(nudges),
  }),
)
dsl.socket.terminate()
for (const device of devices) device.socket.terminate()
await running.stop()
process.exit(0)
