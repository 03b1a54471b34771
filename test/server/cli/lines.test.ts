import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesOf } from '#server/cli/explain/lines.ts'

const longest = 300

async function read(pieces: Iterable<Uint8Array>): Promise<{ text: string; isCut: boolean }[]> {
  const lines = []
  for await (const batch of linesOf(pieces, longest)) lines.push(...batch)
  return lines
}
const texts = async (...pieces: string[]): Promise<string[]> =>
  (await read(pieces.map((piece) => Buffer.from(piece)))).map(({ text }) => text)

describe('lines of a file', () => {
  it('end with LF or CR LF, the last one also with nothing', async () => {
    expect(await texts('a\nb\r\nc')).toEqual(['a', 'b', 'c'])
    expect(await texts('a\n')).toEqual(['a'])
    expect(await texts('')).toEqual([])
  })

  it('may be empty; a lone CR and NUL are part of a line', async () => {
    expect(await texts('\n\r\n\n')).toEqual(['', '', ''])
    expect(await texts('a\rb\0\r\r\nc')).toEqual(['a\rb\0\r', 'c'])
  })

  it('do not begin with a byte order mark at the beginning of the file; elsewhere it is text', async () => {
    expect(await texts('\u{feff}a\n\u{feff}b')).toEqual(['a', '\u{feff}b'])
    expect(await texts('\u{feff}\r\n')).toEqual([''])
  })

  it('are cut when they are longer than may be, and the next one is whole again', async () => {
    const lines = await read([Buffer.from(`${'é'.repeat(longest)}\n${'b'.repeat(longest)}\r\nc`)])
    expect(lines).toEqual([
      { text: 'é'.repeat(100), isCut: true },
      { text: 'b'.repeat(longest), isCut: false },
      { text: 'c', isCut: false },
    ])
  })

  it('are the same however the bytes are cut into pieces', async () => {
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 12 }),
      fc.constantFrom('\n', '\r\n', '\r', '\u{feff}', '😀', 'x'.repeat(120)).map((text) => Buffer.from(text)),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
        const whole = Buffer.concat(pieces)
        const lines = await read(pieces)
        expect(lines).toEqual(await read([whole]))
        expect(lines).toEqual(modelOf(whole))
      }),
    )
  })
})

/** The same by splitting all of it at once. One character per byte, so that nothing is lost before it is decoded. */
function modelOf(bytes: Uint8Array): { text: string; isCut: boolean }[] {
  const [decoder, latin1] = [
    new TextDecoder('utf-8', { ignoreBOM: true }),
    Buffer.from(bytes).toString('latin1'),
  ]
  const lines = latin1.replace(/^\xef\xbb\xbf/, '').split('\n')
  if (lines.at(-1) === '') lines.pop()
  // A mark alone is a line, though an empty one.
  if (latin1 === '\xef\xbb\xbf') lines.push('')
  return lines.map((line) => {
    const bare = line.replace(/\r$/, '')
    const isCut = bare.length > longest
    return { text: decoder.decode(Buffer.from(isCut ? bare.slice(0, 200) : bare, 'latin1')), isCut }
  })
}
