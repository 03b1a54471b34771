import type { Writable } from 'node:stream'

/** A pipe, a socket that was closed over unread words, and a stream that has met either before. */
const readerGone = new Set(['EPIPE', 'ECONNRESET', 'ERR_STREAM_DESTROYED'])

/**
 * Writes and waits until it is taken, so that a slow reader slows the writer and nothing piles up here.
 * False when the reader has gone (`| head`): nothing more is wanted. Any other failure throws.
 */
export function writeOut(text: string, out: Writable = process.stdout): Promise<boolean> {
  // What goes wrong reaches the callback below; without a listener the stream's own event would end the process as well.
  if (out.listenerCount('error') === 0) out.on('error', () => undefined)
  return new Promise((resolve, reject) => {
    out.write(text, (error) => {
      if (!error) resolve(true)
      else if ('code' in error && readerGone.has(String(error.code))) resolve(false)
      else reject(error)
    })
  })
}
