import { readFileSync } from 'node:fs'
import { openTextModel } from '#shared/classify/text/open-model.ts'
import type { TextModel } from '#shared/classify/text/reading.ts'

/** The bytes of the model that ships. */
export function shippedModelFile(): ArrayBuffer {
  return new Uint8Array(readFileSync('shared/classify/text/text.model')).buffer
}

/** The model that ships, open. */
export function shippedModel(): TextModel {
  const opened = openTextModel(shippedModelFile())
  if (!opened.ok) throw new Error(opened.error)
  return opened.value
}
