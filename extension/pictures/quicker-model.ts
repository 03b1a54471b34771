import type { PictureScores } from '#shared/domain/picture.ts'
import type { Look, ModelProcess } from './model-process.ts'

/** The other model is tried out after so many pictures: for fewer, getting it ready would cost more than it saves. */
const trialAfter = 20
/** So much may a score differ between the two. */
const tolerance = 0.02
/** A look of a model that is ready takes less by far; getting it ready may take this long. */
const patience = { readyMs: 30_000, lookMs: 2000 }

/** What the choice between two models needs. */
export interface QuickerPorts {
  /** Milliseconds, for measuring. */
  now(): number
  /** Whether the device has what the other model runs on. */
  hasGpu(): Promise<boolean>
  /** While the battery is low nothing is tried out: to get ready costs first, and saves later. */
  isSparing(): boolean
  after(delayMs: number, run: () => void): () => void
}

/**
 * Two models as one. The plain one, which runs everywhere, looks at all pictures until the other one has seen the same in a picture,
 * and more quickly; from then on that one does. Whatever goes wrong with it, the plain one looks at the picture in hand and at all that follow.
 */
export function preferQuicker(plain: ModelProcess, other: ModelProcess, ports: QuickerPorts): ModelProcess {
  let choice: 'plain' | 'trial' | 'other' | 'plain for good' = 'plain'
  let looked = 0
  let plainMs = Number.POSITIVE_INFINITY

  function giveUp(): null {
    choice = 'plain for good'
    other.end('it is not used')
    return null
  }
  /** What the other model sees; null when it fails or takes too long. */
  function otherLook(rgb: Uint8Array, patienceMs: number): Promise<PictureScores | null> {
    return new Promise((resolve) => {
      const cancel = ports.after(patienceMs, () => resolve(giveUp()))
      void other.look(rgb).then((found) => {
        cancel()
        resolve('noModel' in found ? giveUp() : found)
      })
    })
  }
  async function tryOut(rgb: Uint8Array, expected: PictureScores): Promise<void> {
    choice = 'trial'
    if (!(await ports.hasGpu())) return void giveUp()
    // The first look makes it ready; only the second is as quick as it gets.
    const first = await otherLook(rgb, patience.readyMs)
    const began = ports.now()
    const second = first && (await otherLook(rgb, patience.lookMs))
    const isQuicker = ports.now() - began < plainMs
    if (!isQuicker || !isAlike(second, expected)) return void giveUp()
    choice = 'other'
    plain.rest()
  }
  async function plainLook(rgb: Uint8Array): Promise<Look> {
    const began = ports.now()
    const found = await plain.look(rgb)
    if ('noModel' in found) return found
    // It had pictures in hand when the other one took over.
    if (choice === 'other') plain.rest()
    plainMs = Math.min(plainMs, ports.now() - began)
    looked += 1
    if (choice === 'plain' && looked >= trialAfter && !ports.isSparing())
      void tryOut(rgb, found).catch(giveUp)
    return found
  }

  return {
    async look(rgb) {
      const found = choice === 'other' ? await otherLook(rgb, patience.lookMs) : null
      return found ?? plainLook(rgb)
    },
    rest() {
      plain.rest()
      if (choice !== 'other') return
      other.rest()
      // It is not ready any more, and gets so while the plain one looks.
      choice = 'plain'
      looked = 0
    },
    end(why) {
      plain.end(why)
      other.end(why)
    },
  }
}

const isAlike = (found: PictureScores | null, expected: PictureScores): boolean =>
  found !== null &&
  (Object.keys(expected) as (keyof PictureScores)[]).every(
    (kind) => Math.abs(found[kind] - expected[kind]) <= tolerance,
  )
