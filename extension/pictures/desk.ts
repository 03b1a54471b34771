import { isDecodable, pictureSize } from '#shared/classify/image/picture-size.ts'
import type { PictureScores } from '#shared/domain/picture.ts'
import type { AskedPicture, PictureAnswer } from '#shared/protocol/pictures.ts'
import { fromBase64 } from './base64.ts'

/** What the desk needs of the browser. Each rejects, with the reason, when it cannot. */
export interface DeskPorts {
  fetch(url: string): Promise<Uint8Array<ArrayBuffer>>
  /** The first frame, as the model wants it. */
  decode(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array>
  /** Looks at pictures one after another, in the order in which they come. */
  model(rgb: Uint8Array): Promise<PictureScores | { noModel: string }>
  /** A short name for content: the same for the same bytes. */
  nameOf(bytes: Uint8Array<ArrayBuffer>): Promise<string>
}

/** So many are fetched and decoded at once, over all tabs. */
const mostInFlight = 2
const mostRemembered = 2000

/** Looks at pictures. It remembers what it saw by address and by content, in memory and nowhere else. */
export function createDesk(ports: DeskPorts): (picture: AskedPicture) => Promise<PictureAnswer> {
  const seen = new Map<string, PictureScores>()
  const waiting: (() => void)[] = []
  let inFlight = 0

  function remember(name: string, scores: PictureScores): void {
    seen.delete(name)
    seen.set(name, scores)
    if (seen.size > mostRemembered) seen.delete(seen.keys().next().value ?? name)
  }

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (inFlight >= mostInFlight) await new Promise<void>((resolve) => void waiting.push(resolve))
    inFlight += 1
    try {
      return await work()
    } finally {
      inFlight -= 1
      waiting.shift()?.()
    }
  }

  async function judged(rgb: Uint8Array, names: readonly string[]): Promise<PictureAnswer> {
    const found = await ports.model(rgb)
    if ('noModel' in found) return { kind: 'no-model', detail: found.noModel.slice(0, 200) }
    for (const name of names) remember(name, found)
    return { kind: 'scores', scores: found }
  }

  async function fetched(url: string): Promise<PictureAnswer> {
    const bytes = await ports.fetch(url)
    const name = await ports.nameOf(bytes)
    const known = seen.get(name)
    if (known !== undefined) {
      remember(url, known)
      return { kind: 'scores', scores: known }
    }
    const size = pictureSize(bytes)
    if (size === null) throw new Error('it is no picture')
    if (!isDecodable(size)) throw new Error('it has too many pixels')
    return judged(await ports.decode(bytes), [url, name])
  }

  return async (picture) => {
    try {
      if ('pixels' in picture) return await judged(fromBase64(picture.pixels), [])
      const known = seen.get(picture.url)
      if (known !== undefined) return { kind: 'scores', scores: known }
      return await inTurn(() => fetched(picture.url))
    } catch (error) {
      return { kind: 'unreadable', detail: String(error).slice(0, 200) }
    }
  }
}
