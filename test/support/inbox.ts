import * as v from 'valibot'
import type { WebSocket } from 'ws'

interface Wanted<F> {
  readonly fits: (frame: F) => boolean
  readonly resolve: (frame: F) => void
}

/** The frames that came over a socket, each checked against the protocol; `next` takes the first of a type, come or to come. */
export function createInbox<S extends v.GenericSchema<unknown, { type: string }>>(
  socket: WebSocket,
  schema: S,
) {
  type Frame = v.InferOutput<S>
  const frames: Frame[] = []
  const wanted: Wanted<Frame>[] = []
  const { promise: closed, resolve: whenClosed } = Promise.withResolvers<number>()

  socket.on('message', (data: Buffer) => {
    const frame: Frame = v.parse(schema, JSON.parse(data.toString('utf8')))
    const index = wanted.findIndex(({ fits }) => fits(frame))
    if (index < 0) frames.push(frame)
    else wanted.splice(index, 1)[0]?.resolve(frame)
  })
  socket.on('close', (code: number) => whenClosed(code))
  socket.on('error', () => undefined)

  return {
    /** Frames that nobody has taken. */
    frames,
    closed,
    async next<T extends Frame['type']>(
      type: T,
      also: (frame: Extract<Frame, { type: T }>) => boolean = () => true,
    ): Promise<Extract<Frame, { type: T }>> {
      type Right = Extract<Frame, { type: T }>
      const fits = (frame: Frame): frame is Right => frame.type === type && also(frame as Right)
      const index = frames.findIndex(fits)
      const come = index < 0 ? undefined : frames.splice(index, 1)[0]
      if (come !== undefined) return come as Right
      const waiting = new Promise<Frame>((resolve) => wanted.push({ fits, resolve }))
      const late = new Promise<never>((_, reject) => {
        setTimeout(
          () => reject(new Error(`no ${type} came; had ${JSON.stringify(frames).slice(0, 500)}`)),
          8000,
        ).unref()
      })
      return (await Promise.race([waiting, late])) as Right
    },
  }
}
