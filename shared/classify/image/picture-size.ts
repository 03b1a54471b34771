/** Width and height of a picture in pixels. */
export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** A picture of more pixels than this is not decoded: a few kilobytes can unfold to gigabytes. */
export const mostPixels = 50_000_000

type Read = (bytes: DataView) => PictureSize | null

const starts = (bytes: DataView, at: number, text: string): boolean =>
  bytes.byteLength >= at + text.length &&
  Array.from(text, (letter) => letter.charCodeAt(0)).every(
    (code, index) => bytes.getUint8(at + index) === code,
  )

const png: Read = (bytes) =>
  starts(bytes, 0, '\u0089PNG') && bytes.byteLength >= 24
    ? { width: bytes.getUint32(16), height: bytes.getUint32(20) }
    : null

const gif: Read = (bytes) =>
  starts(bytes, 0, 'GIF8') && bytes.byteLength >= 10
    ? { width: bytes.getUint16(6, true), height: bytes.getUint16(8, true) }
    : null

const bmp: Read = (bytes) =>
  starts(bytes, 0, 'BM') && bytes.byteLength >= 26
    ? { width: Math.abs(bytes.getInt32(18, true)), height: Math.abs(bytes.getInt32(22, true)) }
    : null

function webp(bytes: DataView): PictureSize | null {
  if (!starts(bytes, 8, 'WEBP') || bytes.byteLength < 30) return null
  if (starts(bytes, 12, 'VP8X')) {
    const three = (at: number): number => bytes.getUint16(at, true) + (bytes.getUint8(at + 2) << 16)
    return { width: three(24) + 1, height: three(27) + 1 }
  }
  if (starts(bytes, 12, 'VP8L')) {
    const bits = bytes.getUint32(21, true)
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
  }
  return { width: bytes.getUint16(26, true) & 0x3fff, height: bytes.getUint16(28, true) & 0x3fff }
}

/** Frame headers of every kind of JPEG; the others in this range are tables. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

function jpeg(bytes: DataView): PictureSize | null {
  if (bytes.byteLength < 4 || bytes.getUint16(0) !== 0xffd8) return null
  for (let at = 2; at + 9 < bytes.byteLength;) {
    if (bytes.getUint8(at) !== 0xff) return null
    const marker = bytes.getUint8(at + 1)
    if (isFrame(marker)) return { width: bytes.getUint16(at + 7), height: bytes.getUint16(at + 5) }
    // Padding, and markers that have no length.
    at += marker === 0xff ? 1 : marker >= 0xd0 && marker <= 0xd9 ? 2 : 2 + bytes.getUint16(at + 2)
  }
  return null
}

/** The size of an AVIF or HEIC: the largest of the sizes it declares, since a picture may be made of tiles. */
function heif(bytes: DataView): PictureSize | null {
  if (!starts(bytes, 4, 'ftyp')) return null
  let largest: PictureSize | null = null
  const end = Math.min(bytes.byteLength - 16, 16_384)
  for (let at = 8; at < end; at++) {
    if (bytes.getUint8(at) !== 0x69 || !starts(bytes, at, 'ispe')) continue
    const size = { width: bytes.getUint32(at + 8), height: bytes.getUint32(at + 12) }
    if (largest === null || size.width * size.height > largest.width * largest.height) largest = size
  }
  return largest
}

const readers: readonly Read[] = [jpeg, png, webp, gif, heif, bmp]

/** The size a picture's own header declares, without decoding it; null for what is no picture that we know. */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (const read of readers) {
    const size = read(view)
    if (size !== null) return size
  }
  return null
}

/** True for a picture that may be decoded. */
export const isDecodable = ({ width, height }: PictureSize): boolean =>
  width > 0 && height > 0 && width * height <= mostPixels
