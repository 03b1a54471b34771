import { parseJson } from '../../base/parse.ts'
import { err, ok, type Result } from '../../base/result.ts'
import { bucketsInAll } from './feature-table.ts'
import { textLabels } from './labels.ts'
import {
  checksumOf,
  type ModelFile,
  ModelHead,
  modelFormat,
  modelMagic,
  mostModelBytes,
  mostUnpackedBytes,
  prefixBytes,
  sectionKinds,
  type SectionName,
  type Sections,
} from './model-layout.ts'
import type { TextModel } from './reading.ts'
import { createTextModel } from './text-model.ts'

/** Opens a text model's file. The error says in words what is wrong with it: too large, truncated, damaged, of another format. */
export async function openTextModel(file: ArrayBuffer): Promise<Result<TextModel>> {
  const opened = await readModelFile(file)
  return opened.ok ? ok(createTextModel(opened.value)) : opened
}

const damaged = 'the text model is truncated or damaged'

/** Checks a model's file, unpacks it and lays its sections open. */
export async function readModelFile(file: ArrayBuffer): Promise<Result<ModelFile>> {
  if (file.byteLength > mostModelBytes)
    return err(`the text model is too large: ${file.byteLength} bytes, at most ${mostModelBytes} are allowed`)
  if (file.byteLength < prefixBytes) return err('the text model is truncated: it has no head')
  const view = new DataView(file)
  if (view.getUint32(0, true) !== modelMagic) return err('this is no text model')
  const format = view.getUint32(4, true)
  if (format !== modelFormat)
    return err(`the text model has format ${format}, this version reads format ${modelFormat}`)
  const packed = new Uint8Array(file, prefixBytes)
  if (view.getUint32(8, true) !== checksumOf(packed)) return err(damaged)
  const unpacked = await unpack(packed)
  return unpacked.ok ? readUnpacked(unpacked.value) : unpacked
}

/** Unpacks gzip, and no more of it than a model may hold. */
async function unpack(packed: Uint8Array<ArrayBuffer>): Promise<Result<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  let bytes = 0
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip')).getReader()
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      parts.push(next.value)
      bytes += next.value.length
      if (bytes > mostUnpackedBytes) {
        await reader.cancel()
        return err(`the text model is too large: more than ${mostUnpackedBytes} bytes unpacked`)
      }
    }
  } catch (cause) {
    // Bytes that are no gzip are the only reason for which a stream in memory fails.
    return err(`${damaged}: ${String(cause)}`)
  }
  const whole = new Uint8Array(bytes)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return ok(whole.buffer)
}

function readUnpacked(unpacked: ArrayBuffer): Result<ModelFile> {
  if (unpacked.byteLength < 4 || unpacked.byteLength % 4 !== 0) return err(damaged)
  const headEnd = 4 + new DataView(unpacked).getUint32(0, true)
  if (headEnd > unpacked.byteLength) return err('the text model is truncated: its head is not whole')
  const head = parseJson(ModelHead, new TextDecoder().decode(new Uint8Array(unpacked, 4, headEnd - 4)))
  if (!head.ok) return err(`the text model's head is damaged: ${head.error}`)
  if (head.value.bytes !== unpacked.byteLength)
    return err(`the text model is truncated: ${unpacked.byteLength} of ${head.value.bytes} bytes`)
  return withSections(unpacked, head.value)
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
  const { bucketCounts, fingerprints, weights } = sections as Sections
  if (bucketCounts.length !== bucketsInAll || weights.length !== fingerprints.length * textLabels.length)
    return err('the text model is damaged: its features do not fit together')
  return ok({ head, sections: sections as Sections })
}
