import { readFile } from 'node:fs/promises'
import { openTextModel } from '#shared/classify/text/open-model.ts'
import type { TextModel } from '#shared/classify/text/reading.ts'

const file = new URL('../../shared/classify/text/text.model', import.meta.url)
let opened: Promise<TextModel> | null = null

/** The text model that is packaged, opened once for a whole class. */
export const packagedTextModel = (): Promise<TextModel> => (opened ??= open())

async function open(): Promise<TextModel> {
  const model = await openTextModel(new Uint8Array(await readFile(file)).buffer)
  if (!model.ok) throw new Error(model.error)
  return model.value
}
