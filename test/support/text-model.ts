import { readFileSync } from 'node:fs'
import { writeModel } from '#server/training/write-model.ts'
import { readModelFile } from '#shared/classify/text/open-model.ts'
import type { TextModel } from '#shared/classify/text/reading.ts'
import { createTextModel } from '#shared/classify/text/text-model.ts'

/** The bytes of the model that ships. */
export function shippedModelFile(): ArrayBuffer {
  return new Uint8Array(readFileSync('shared/classify/text/text.model')).buffer
}

const read = await readModelFile(shippedModelFile())
if (!read.ok) throw new Error(read.error)
const { head, sections } = read.value

/** The model that ships, open. */
export const shippedModel = (): TextModel => createTextModel({ head, sections })

/** The same model under another name: another file. */
export const modelFileCalled = (name: string): ArrayBuffer => writeModel({ ...head, name }, sections)
