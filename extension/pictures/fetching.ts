/** Larger files are not brought: a page that shows them has other troubles. */
const mostBytes = 16 * 1024 * 1024
const patienceMs = 8000

/**
 * Brings a picture that a page shows: from the cache where it is there, without cookies, and with them only where it is not to be had
 * otherwise. Rejects for what is missing, too large, too slow or an SVG, which has no pixels of its own.
 */
export async function fetchPicture(url: string): Promise<Uint8Array<ArrayBuffer>> {
  const signal = AbortSignal.timeout(patienceMs)
  const bring = (credentials: RequestCredentials): Promise<Response> =>
    fetch(url, { credentials, cache: 'force-cache', referrerPolicy: 'no-referrer', signal })
  const first = await bring('omit')
  const response = isPicture(first) ? first : await bring('include')
  if (!isPicture(response)) throw new Error(`it could not be fetched (${response.status})`)
  return bytesOf(response)
}

const isPicture = ({ ok, headers }: Response): boolean =>
  ok && !/^(?:text\/|image\/svg)/i.test(headers.get('content-type') ?? '')

async function bytesOf(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const reader = response.body?.getReader()
  const parts: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
    if (done || value === undefined) break
    parts.push(value)
    length += value.length
    if (length <= mostBytes) continue
    await reader?.cancel()
    throw new Error('it is too large')
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
