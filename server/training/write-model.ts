import { gzipSync } from 'node:zlib'
import { textLabels } from '#shared/classify/text/labels.ts'
import {
  checksumOf,
  type ModelHead,
  modelFormat,
  modelMagic,
  prefixBytes,
  sectionKinds,
  type SectionName,
  type Sections,
} from '#shared/classify/text/model-layout.ts'

/** What a model says of itself, less what follows from its sections. */
export type ModelFacts = Omit<ModelHead, 'bytes' | 'sections' | 'labels'>

/** Room in the head for the places of the sections, whatever their numbers turn out to be. */
const roomForPlaces = 1024

/** Lays a model out as a file (`model-layout.ts`). The same facts and sections give the same bytes. */
export function writeModel(facts: ModelFacts, sections: Sections): ArrayBuffer {
  const names = Object.keys(sectionKinds) as SectionName[]
  const encoder = new TextEncoder()
  const roomForHead = Math.ceil((encoder.encode(JSON.stringify(facts)).length + roomForPlaces) / 4) * 4
  let at = 4 + roomForHead
  const places = names.map((name) => {
    const start = at
    at += Math.ceil(sections[name].byteLength / 4) * 4
    return [name, [start, sections[name].length]] as const
  })
  const bytes = new Uint8Array(at)
  for (const [name, [start]] of places) {
    const { buffer, byteOffset, byteLength } = sections[name]
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), start)
  }
  const head = { ...facts, labels: [...textLabels], bytes: at, sections: Object.fromEntries(places) }
  const text = encoder.encode(JSON.stringify(head))
  if (text.length > roomForHead) throw new Error(`the head needs ${text.length} bytes`)
  bytes.fill(0x20, 4, 4 + roomForHead)
  bytes.set(text, 4)
  new DataView(bytes.buffer).setUint32(0, roomForHead, true)
  return packed(bytes)
}

/** What is packed, in the form of a model's file. */
export function packed(bytes: Uint8Array): ArrayBuffer {
  const gzip = gzipSync(bytes, { level: 9 })
  const file = new Uint8Array(prefixBytes + gzip.length)
  file.set(gzip, prefixBytes)
  const view = new DataView(file.buffer)
  for (const [nth, number] of [modelMagic, modelFormat, checksumOf(gzip)].entries())
    view.setUint32(nth * 4, number, true)
  return file.buffer
}
