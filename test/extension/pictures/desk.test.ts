import { describe, expect, it, vi } from 'vitest'
import { createDesk, type DeskPorts } from '#extension/pictures/desk.ts'
import { bomb, plain } from '#test/support/pictures/png.ts'

const neutral = { drawing: 0, hentai: 0, neutral: 1, porn: 0, sexy: 0 }
const file = Uint8Array.from(plain(100, 100, [1, 2, 3]))

function desk(change: Partial<DeskPorts> = {}) {
  const ports = {
    fetch: vi.fn<DeskPorts['fetch']>(async () => file),
    decode: vi.fn<DeskPorts['decode']>(async () => new Uint8Array(3)),
    model: vi.fn<DeskPorts['model']>(async () => neutral),
    nameOf: async (bytes: Uint8Array) => `content ${bytes.length}`,
    ...change,
  }
  return { ports, look: createDesk(ports) }
}

describe('the desk where pictures are looked at', () => {
  it('looks at an address once, and at the same content under another address not again', async () => {
    const { ports, look } = desk()
    const answer = { kind: 'scores', scores: neutral }
    expect(await look({ url: 'https://a.test/1' })).toEqual(answer)
    expect(await look({ url: 'https://a.test/1' })).toEqual(answer)
    expect(ports.fetch).toHaveBeenCalledTimes(1)
    expect(await look({ url: 'https://b.test/2' })).toEqual(answer)
    expect(ports.fetch).toHaveBeenCalledTimes(2)
    expect(ports.model).toHaveBeenCalledTimes(1)
  })

  it('fetches at most two at once, and the next when one is done', async () => {
    const waiting: (() => void)[] = []
    const fetch = vi.fn<DeskPorts['fetch']>(async () => {
      await new Promise<void>((resolve) => void waiting.push(resolve))
      return file
    })
    const { look } = desk({ fetch })
    const all = [1, 2, 3, 4].map((each) => look({ url: `https://a.test/${each}` }))
    for (const atOnce of [2, 3, 4, 4]) {
      await vi.waitFor(() => expect(fetch).toHaveBeenCalledTimes(atOnce))
      waiting.shift()?.()
    }
    expect((await Promise.all(all)).every(({ kind }) => kind === 'scores')).toBe(true)
  })

  it('goes on after one that cannot be fetched, is no picture or is a bomb, and decodes none of them', async () => {
    const fetch = vi
      .fn<DeskPorts['fetch']>()
      .mockRejectedValueOnce(new Error('it could not be fetched (404)'))
      .mockResolvedValueOnce(Uint8Array.from(Buffer.from('no picture')))
      .mockResolvedValueOnce(Uint8Array.from(bomb(30_000)))
      .mockResolvedValue(file)
    const { ports, look } = desk({ fetch })
    for (const each of [1, 2, 3])
      expect(await look({ url: `https://a.test/${each}` })).toMatchObject({ kind: 'unreadable' })
    expect(ports.decode).not.toHaveBeenCalled()
    expect(await look({ url: 'https://a.test/4' })).toMatchObject({ kind: 'scores' })
  })

  it('remembers nothing of pixels that a page sends, and says when there is no model', async () => {
    const { ports, look } = desk()
    const picture = { pixels: 'AAAA' }
    await look(picture)
    await look(picture)
    expect(ports.model).toHaveBeenCalledTimes(2)
    const broken = desk({ model: async () => ({ noModel: 'a file is missing' }) })
    expect(await broken.look(picture)).toEqual({ kind: 'no-model', detail: 'a file is missing' })
  })
})
