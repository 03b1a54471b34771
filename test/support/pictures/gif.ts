type Colour = readonly [red: number, green: number, blue: number]

const short = (value: number): number[] => [value & 255, value >> 8]

/** The pixels of a frame in the one way of LZW that needs no table: it is told to begin anew before codes grow longer. */
function codes(pixels: number, index: number): number[] {
  const [clear, end, width] = [4, 5, 3]
  const all = Array.from({ length: pixels }, (_, n) => (n % 2 === 0 ? [clear, index] : [index])).flat()
  const bytes: number[] = []
  let [bits, held] = [0, 0]
  for (const code of [...all, end]) {
    bits |= code << held
    held += width
    for (; held >= 8; held -= 8, bits >>= 8) bytes.push(bits & 255)
  }
  return [...bytes, bits & 255]
}

/** A block of at most 255 bytes after the other, each with its length before it. */
function blocks(bytes: readonly number[]): number[] {
  const made: number[] = []
  for (let at = 0; at < bytes.length; at += 255) {
    const part = bytes.slice(at, at + 255)
    made.push(part.length, ...part)
  }
  return [...made, 0]
}

/** A GIF that changes from one colour to others, at most four, one every tenth of a second, without end. */
export function animatedGif(width: number, height: number, colours: readonly Colour[]): Buffer {
  const palette = Array.from({ length: 4 }, (_, n) => [...(colours[n] ?? [0, 0, 0])]).flat()
  const endless = [0x21, 0xff, 11, ...Buffer.from('NETSCAPE2.0', 'latin1'), 3, 1, 0, 0, 0]
  const frames = colours.flatMap((_, index) => [
    0x21,
    0xf9,
    4,
    0,
    ...short(10),
    0,
    0,
    0x2c,
    0,
    0,
    0,
    0,
    ...short(width),
    ...short(height),
    0,
    2,
    ...blocks(codes(width * height, index)),
  ])
  const screen = [...short(width), ...short(height), 0x81, 0, 0]
  return Buffer.from([...Buffer.from('GIF89a', 'latin1'), ...screen, ...palette, ...endless, ...frames, 0x3b])
}
