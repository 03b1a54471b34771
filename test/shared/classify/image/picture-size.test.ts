import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDecodable, pictureSize } from '#shared/classify/image/picture-size.ts'
import { animated, bomb, plain } from '#test/support/pictures/png.ts'

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'base64'))
const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'))

describe('the size of a picture', () => {
  it.each([
    ['PNG', plain(300, 20, [1, 2, 3]), { width: 300, height: 20 }],
    [
      'animated PNG',
      animated(9, 7, [
        [0, 0, 0],
        [1, 1, 1],
      ]),
      { width: 9, height: 7 },
    ],
    ['GIF', bytes('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'), { width: 1, height: 1 }],
    [
      'BMP',
      hex('424d 00000000 00000000 36000000 28000000 80020000 20feffff 0100'),
      { width: 640, height: 480 },
    ],
    [
      'JPEG',
      hex('ffd8 ffe0 0004 0000 ffff dd 0004 0000 ffc2 0011 08 0190 0280 03 01 22 00'),
      { width: 640, height: 400 },
    ],
    [
      'lossy WebP',
      hex('52494646 24000000 57454250 56503820 18000000 30010 0 9d012a 8002 9001 000000'.replaceAll(' ', '')),
      { width: 640, height: 400 },
    ],
    [
      'extended WebP',
      hex('52494646 24000000 57454250 56503858 0a000000 00000000 7f0200 8f0100'),
      { width: 640, height: 400 },
    ],
    [
      'AVIF',
      hex(
        '00000018 66747970 61766966 00000000 00000014 69737065 00000000 00000280 00000190 0000000000000000',
      ),
      { width: 640, height: 400 },
    ],
  ])('is read from the header of a %s', (_, picture, size) => {
    expect(pictureSize(picture)).toEqual(size)
  })

  it('is known of a bomb before it goes off', () => {
    const size = pictureSize(bomb(30_000))
    expect(size).toEqual({ width: 30_000, height: 30_000 })
    expect(size !== null && isDecodable(size)).toBe(false)
  })

  it('is unknown of what is no picture, and reading it always ends', () => {
    expect(pictureSize(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBeNull()
    const starts = [
      '',
      'ffd8',
      '89504e47',
      '474946 38',
      '52494646 00000000 57454250',
      '424d',
      '00000018 66747970',
    ]
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }), (start, rest) => {
        const size = pictureSize(Uint8Array.from([...hex(start), ...rest]))
        return size === null || (Number.isInteger(size.width) && Number.isInteger(size.height))
      }),
    )
  })
})
