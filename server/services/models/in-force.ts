import { readFile } from 'node:fs/promises'
import { openTextModel } from '#shared/classify/text/open-model.ts'
import type { TextModel } from '#shared/classify/text/reading.ts'
import { readSignedModel } from '#shared/classify/text/signed-model.ts'
import { sizeOf } from '../../db/school-file.ts'
import { modelFile } from './model-folder.ts'
import { packagedModelFile } from './packaged.ts'

/** Models of a few schools, and the packaged one, by where they lie. */
const mostOpen = 4
const opened = new Map<string, Promise<TextModel | null>>()

/** The text model that the school's devices read with; null when it cannot be read. `hash` is null while the packaged one counts. */
export function modelInForce(schoolFolder: string, hash: string | null): Promise<TextModel | null> {
  const file = hash === null ? packagedModelFile : modelFile(schoolFolder, hash)
  const model = opened.get(file) ?? open(file, hash !== null)
  opened.delete(file)
  opened.set(file, model)
  if (opened.size > mostOpen) opened.delete(opened.keys().next().value ?? file)
  return model
}

async function open(file: string, isSigned: boolean): Promise<TextModel | null> {
  if ((await sizeOf(file)) === null) return null
  const bytes = new Uint8Array(await readFile(file)).buffer
  const signed = isSigned ? readSignedModel(bytes) : null
  if (signed !== null && !signed.ok) return null
  const model = await openTextModel(signed === null ? bytes : signed.value.model)
  return model.ok ? model.value : null
}
