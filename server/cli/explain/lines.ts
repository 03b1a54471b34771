/** A line of input, without its end. */
export interface Line {
  /** What is no UTF-8 is replaced (U+FFFD), as a browser does. */
  readonly text: string
  /** It is longer than may be; `text` is how it begins. */
  readonly isCut: boolean
}

/** Bytes as they come, piece by piece. */
export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

const lineFeed = 10
const carriageReturn = 13
const byteOrderMark = [0xef, 0xbb, 0xbf]
/** How much is told of a line that is too long, in bytes. */
const beginning = 200

/**
 * The lines of some bytes, in order: as many at a time as a piece of input ends, so that each can be answered as soon as it is there.
 * A line ends with LF or CR LF; an empty line is a line; what follows the last LF is one too, unless nothing does. A byte order mark at the very
 * beginning is no part of the first line. Of a line over `longest` bytes no more than that is ever held.
 */
export async function* linesOf(pieces: Bytes, longest: number): AsyncGenerator<Iterable<Line>> {
  const reader = createLineReader(longest)
  for await (const piece of pieces) yield reader.read(piece)
  yield reader.end()
}

function createLineReader(longest: number): {
  read(piece: Uint8Array): Iterable<Line>
  end(): Iterable<Line>
} {
  // Room for the CR of a line that is just as long as may be.
  const held = Buffer.allocUnsafe(longest + 1)
  let length = 0
  let isFirst = true

  function hold(piece: Uint8Array): void {
    const room = held.length - length
    if (room > 0) held.set(piece.subarray(0, room), length)
    length += piece.length
  }

  function take(): Line {
    const start = isFirst && byteOrderMark.every((byte, at) => at < length && held[at] === byte) ? 3 : 0
    const hasReturn = length <= held.length && length > start && held[length - 1] === carriageReturn
    const end = hasReturn ? length - 1 : length
    const isCut = end > longest
    isFirst = false
    length = 0
    return { text: held.toString('utf8', start, isCut ? start + beginning : end), isCut }
  }

  return {
    *read(piece) {
      let from = 0
      for (let at = piece.indexOf(lineFeed); at !== -1; at = piece.indexOf(lineFeed, from)) {
        hold(piece.subarray(from, at))
        from = at + 1
        yield take()
      }
      hold(piece.subarray(from))
    },
    *end() {
      if (length > 0) yield take()
    },
  }
}
