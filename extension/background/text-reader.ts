import type { TextModel } from '#shared/classify/text/reading.ts'
import type { DeviceEventBody } from '#shared/domain/device-event.ts'
import type { Faults } from './faults.ts'

/** The one text model of this device: opened when the first words come, for all tabs. */
export interface TextReader {
  /** The model, or null as long as there is none in memory. */
  now(): TextModel | null
  /** The model once it is open; null when its file is damaged or missing. Never rejects. */
  open(): Promise<TextModel | null>
}

/** Without a model the lists still protect; the pupil's screen and the school are told what is missing. */
export function createTextReader(deps: {
  openTextModel: () => Promise<TextModel>
  faults: Faults
  put: (body: DeviceEventBody) => void
}): TextReader {
  const { openTextModel, faults, put } = deps
  let model: TextModel | null = null
  let opening: Promise<TextModel | null> | null = null

  async function openOnce(): Promise<TextModel | null> {
    try {
      model = await openTextModel()
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      const words = `Words on pages are not read, only addresses are judged: ${why}`
      faults.raise('text-model', words)
      put({ kind: 'device.noticed', notice: { code: 'model-refused', detail: words.slice(0, 200) } })
    }
    return model
  }

  return {
    now: () => model,
    open: () => (opening ??= openOnce()),
  }
}
