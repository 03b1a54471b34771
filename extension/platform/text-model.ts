import { openTextModel } from '#shared/classify/text/open-model.ts'
import type { TextModel } from '#shared/classify/text/reading.ts'
import { browser } from './browser.ts'

/** The text model as it was packaged. Rejects, in words for staff, when its file is missing or damaged. */
export async function openPackagedTextModel(): Promise<TextModel> {
  const file = await fetch(browser.runtime.getURL('/text.model'))
  const model = await openTextModel(await file.arrayBuffer())
  if (!model.ok) throw new Error(model.error)
  return model.value
}
