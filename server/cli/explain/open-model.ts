import { err, type Result } from '#shared/base/result.ts'
import { openTextModel } from '#shared/classify/text/open-model.ts'
import type { TextModel } from '#shared/classify/text/reading.ts'
import { packagedModelFile } from '../../services/models/packaged.ts'
import { readInput } from '../input-file.ts'

/** Opens a text model from a file; without one, the packaged model. The error is a sentence that names the file. */
export async function openModel(path: string = packagedModelFile): Promise<Result<TextModel>> {
  const bytes = await readInput(path)
  if (!bytes.ok) return bytes
  const model = await openTextModel(bytes.value.buffer)
  return model.ok ? model : err(`${path}: ${model.error}`)
}
