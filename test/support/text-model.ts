import { readFileSync } from 'node:fs'
import { writeModel } from '#server/training/write-model.ts'
import { openTextModel, readModelFile } from '#shared/classify/text/open-model.ts'
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

/** The same model under another name: another file. */
export function modelFileCalled(name: string): ArrayBuffer {
  const read = readModelFile(shippedModelFile())
  if (!read.ok) throw new Error(read.error)
  return writeModel({ ...read.value.head, name }, read.value.sections)
}
