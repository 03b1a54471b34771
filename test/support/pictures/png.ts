import { crc32, deflateSync } from 'node:zlib'

type Colour = readonly [red: number, green: number, blue: number]

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const made = Buffer.alloc(body.length + 8)
  made.writeUInt32BE(data.length, 0)
  body.copy(made, 4)
  made.writeUInt32BE(crc32(body), body.length + 4)
  return made
}

const uints = (...values: number[]): Buffer => {
  const made = Buffer.alloc(values.length * 4)
  values.forEach((value, index) => made.writeUInt32BE(value, index * 4))
  return made
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const header = (width: number, height: number, depth: number, kind: number): Buffer =>
  chunk('IHDR', Buffer.concat([uints(width, height), Buffer.from([depth, kind, 0, 0, 0])]))

function rows(width: number, height: number, colourAt: (x: number, y: number) => Colour): Buffer {
  const raw = Buffer.alloc(height * (width * 3 + 1))
  for (let y = 0, at = 0; y < height; y++) {
    at += 1
    for (let x = 0; x < width; x++) for (const part of colourAt(x, y)) raw[at++] = part
  }
  return deflateSync(raw)
}

/** A picture of this size, pixel by pixel. */
export const png = (width: number, height: number, colourAt: (x: number, y: number) => Colour): Buffer =>
  Buffer.concat([
    signature,
    header(width, height, 8, 2),
    chunk('IDAT', rows(width, height, colourAt)),
    chunk('IEND', Buffer.alloc(0)),
  ])

/** A picture of one colour. */
export const plain = (width: number, height: number, colour: Colour): Buffer =>
  png(width, height, () => colour)

/** A picture that changes from one colour to others, one every tenth of a second, without end. */
export function animated(width: number, height: number, colours: readonly Colour[]): Buffer {
  let order = 0
  const frames = colours.flatMap((colour, index) => {
    const timing = Buffer.concat([uints(order++, width, height, 0, 0), Buffer.from([0, 1, 0, 10, 0, 0])])
    const data = rows(width, height, () => colour)
    const frame = index === 0 ? chunk('IDAT', data) : chunk('fdAT', Buffer.concat([uints(order++), data]))
    return [chunk('fcTL', timing), frame]
  })
  return Buffer.concat([
    signature,
    header(width, height, 8, 2),
    chunk('acTL', uints(colours.length, 0)),
    ...frames,
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A few kilobytes that unfold to side x side pixels. */
export function bomb(side: number): Buffer {
  const raw = Buffer.alloc(side * (Math.ceil(side / 8) + 1))
  return Buffer.concat([
    signature,
    header(side, side, 1, 0),
    chunk('IDAT', deflateSync(raw, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
