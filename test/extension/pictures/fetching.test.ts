import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fetchPicture } from '#extension/pictures/fetching.ts'

const url = 'https://photos.test/1.jpg'
const picture = (body: BodyInit = 'pixels', type = 'image/jpeg'): Response =>
  new Response(body, { headers: { 'content-type': type } })
const fetched = vi.fn<typeof fetch>()
const cookies = (): (string | undefined)[] => fetched.mock.calls.map(([, init]) => init?.credentials)

beforeEach(() => {
  fetched.mockReset()
  vi.stubGlobal('fetch', fetched)
})
afterEach(() => vi.unstubAllGlobals())

describe('a picture that a page shows', () => {
  it('is fetched without cookies, from the cache where it is, and its site does not hear from where', async () => {
    fetched.mockResolvedValue(picture())
    expect(new TextDecoder().decode(await fetchPicture(url))).toBe('pixels')
    expect(fetched).toHaveBeenCalledTimes(1)
    expect(fetched).toHaveBeenCalledWith(
      url,
      expect.objectContaining({
        credentials: 'omit',
        cache: 'force-cache',
        referrerPolicy: 'no-referrer',
      }),
    )
  })

  it.each([
    ['is refused', new Response(null, { status: 403 })],
    ['comes as a page to sign in', picture('<form>', 'text/html')],
  ])('is fetched with them only where it %s without', async (_, first) => {
    fetched.mockResolvedValueOnce(first).mockResolvedValueOnce(picture())
    await fetchPicture(url)
    expect(cookies()).toEqual(['omit', 'include'])
  })

  it.each([
    ['missing', () => new Response(null, { status: 404 })],
    ['a drawing', () => picture('<svg/>', 'image/svg+xml')],
    ['a page', () => picture('<p>', 'text/html; charset=utf-8')],
    ['too large', () => picture(new Uint8Array(17 * 1024 * 1024))],
  ])('is not had when it is %s', async (_, answer) => {
    fetched.mockImplementation(async () => answer())
    await expect(fetchPicture(url)).rejects.toThrow(/could not be fetched|too large/u)
  })
})
