import type { Result } from '#shared/base/result.ts'
import type { TextModel } from '#shared/classify/text/reading.ts'
import type { DeviceEventBody } from '#shared/domain/device-event.ts'
import type { Faults } from './faults.ts'

/** The one text model of this device: opened when the first words come, for all tabs. */
export interface TextReader {
  /** The model, or null as long as there is none in memory. */
  now(): TextModel | null
  /** The model once it is open; null when its file is damaged or missing. Never rejects. */
  open(): Promise<TextModel | null>
  /** Reads with this one from now on. */
  use(model: TextModel): void
  /** Lets go of the school's own: the packaged one is opened with the next words. */
  forget(): void
}

/**
 * The school's own model comes first, then the packaged one. Without either the lists still protect; the pupil's screen and the school
 * are told what is missing.
 */
export function createTextReader(deps: {
  /** The school's own; null when it has none. Never rejects. */
  openOwn: () => Promise<Result<TextModel> | null>
  /** The packaged one. Rejects when its file is missing or damaged. */
  openTextModel: () => Promise<TextModel>
  faults: Faults
  put: (body: DeviceEventBody) => void
}): TextReader {
  const { openOwn, openTextModel, faults, put } = deps
  let model: TextModel | null = null
  let opening: Promise<TextModel | null> | null = null

  function tell(subject: string, words: string): void {
    faults.raise(subject, words)
    put({ kind: 'device.noticed', notice: { code: 'model-refused', detail: words.slice(0, 200) } })
  }

  async function openOne(): Promise<TextModel | null> {
    const own = await openOwn()
    if (own?.ok) return own.value
    if (own !== null) tell('model', `The school’s text model could not be read any more: ${own.error}`)
    try {
      const packaged = await openTextModel()
      faults.clear('text-model')
      return packaged
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      tell('text-model', `Words on pages are not read, only addresses are judged: ${why}`)
      return null
    }
  }

  function start(): Promise<TextModel | null> {
    const mine: Promise<TextModel | null> = openOne().then((opened) => {
      // Another one may have been taken into use meanwhile.
      if (opening === mine) model = opened
      return model
    })
    opening = mine
    return mine
  }

  return {
    now: () => model,
    open: () => opening ?? start(),
    use(next) {
      model = next
      opening = Promise.resolve(next)
      faults.clear('text-model')
    },
    forget() {
      model = null
      opening = null
    },
  }
}
