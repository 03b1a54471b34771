import { parseJson } from '../../base/parse.ts'
import { err, ok, type Result } from '../../base/result.ts'
import { textLabels } from './labels.ts'
import {
  checksumOf,
  type ModelFile,
  ModelHead,
  modelFormat,
  modelMagic,
  mostModelBytes,
  prefixBytes,
  sectionKinds,
  type SectionName,
  type Sections,
} from './model-layout.ts'
import type { TextModel } from './reading.ts'
import { createTextModel } from './text-model.ts'

/** Opens a text model's file. The error says in words what is wrong with it: too large, truncated, damaged, of another format. */
export function openTextModel(file: ArrayBuffer): Result<TextModel> {
  const opened = readModelFile(file)
  return opened.ok ? ok(createTextModel(opened.value)) : opened
}

/** Checks a model's file and lays its sections open. */
export function readModelFile(file: ArrayBuffer): Result<ModelFile> {
  if (file.byteLength > mostModelBytes)
    return err(`the text model is too large: ${file.byteLength} bytes, at most ${mostModelBytes} are allowed`)
  if (file.byteLength < prefixBytes) return err('the text model is truncated: it has no head')
  const view = new DataView(file)
  if (view.getUint32(0, true) !== modelMagic) return err('this is no text model')
  const format = view.getUint32(4, true)
  if (format !== modelFormat)
    return err(`the text model has format ${format}, this version reads format ${modelFormat}`)
  const headEnd = prefixBytes + view.getUint32(8, true)
  if (headEnd > file.byteLength) return err('the text model is truncated: its head is not whole')
  if (headEnd % 4 !== 0 || file.byteLength % 4 !== 0) return err('the text model is truncated or damaged')
  if (view.getUint32(12, true) !== checksumOf(new Uint8Array(file, prefixBytes)))
    return err('the text model is truncated or damaged')
  const head = parseJson(
    ModelHead,
    new TextDecoder().decode(new Uint8Array(file, prefixBytes, headEnd - prefixBytes)),
  )
  if (!head.ok) return err(`the text model's head is damaged: ${head.error}`)
  if (head.value.bytes !== file.byteLength)
    return err(`the text model is truncated: ${file.byteLength} of ${head.value.bytes} bytes`)
  return withSections(file, head.value)
}

function withSections(file: ArrayBuffer, head: ModelHead): Result<ModelFile> {
  const perLabel = [head.labels, head.scales, head.biases, ...Object.values(head.thresholds)]
  if (perLabel.some((each) => each.length !== textLabels.length) || head.labels.join() !== textLabels.join())
    return err('the text model knows other labels than this version')
  const sections: Partial<Record<SectionName, unknown>> = {}
  for (const [name, [start, count]] of Object.entries(head.sections) as [SectionName, [number, number]][]) {
    const Numbers = sectionKinds[name]
    if (start % 4 !== 0 || start + count * Numbers.BYTES_PER_ELEMENT > file.byteLength)
      return err(`the text model is damaged: its ${name} lie outside the file`)
    sections[name] = new Numbers(file, start, count)
  }
  return ok({ head, sections: sections as Sections })
}
