import { longestLine } from './list-line.ts'

/** Told of every line that is not empty: its bytes lie in `bytes` from `from` to `to` until the call returns. */
export type LineReader = (bytes: Uint8Array, from: number, to: number) => void

/**
 * Cuts chunks of bytes into lines at \n and \r, whichever a publisher uses. A line over `longestLine` bytes is handed on cut to one byte
 * more than that, which says it was too long; the rest of it is dropped, so a line of any length takes no more memory than that.
 */
export class LineCutter {
  readonly #read: LineReader
  readonly #kept = new Uint8Array(longestLine + 1)
  #length = 0

  constructor(read: LineReader) {
    this.#read = read
  }

  push(chunk: Uint8Array): void {
    let from = 0
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at]!
      if (byte !== 10 && byte !== 13) continue
      if (this.#length > 0) {
        this.#keep(chunk, from, at)
        this.end()
      } else if (at > from) {
        this.#read(chunk, from, Math.min(at, from + longestLine + 1))
      }
      from = at + 1
    }
    if (from < chunk.length) this.#keep(chunk, from, chunk.length)
  }

  /** After the last chunk: a last line without an end is a line too. */
  end(): void {
    const length = this.#length
    this.#length = 0
    if (length > 0) this.#read(this.#kept, 0, length)
  }

  #keep(chunk: Uint8Array, from: number, to: number): void {
    const room = this.#kept.length - this.#length
    const part = chunk.subarray(from, Math.min(to, from + room))
    this.#kept.set(part, this.#length)
    this.#length += part.length
  }
}
