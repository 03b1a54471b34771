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
  let at = prefixBytes + roomForHead
  const places = names.map((name) => {
    const start = at
    at += Math.ceil(sections[name].byteLength / 4) * 4
    return [name, [start, sections[name].length]] as const
  })
  const file = new ArrayBuffer(at)
  const bytes = new Uint8Array(file)
  for (const [name, [start]] of places) {
    const { buffer, byteOffset, byteLength } = sections[name]
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), start)
  }
  const head = { ...facts, labels: [...textLabels], bytes: at, sections: Object.fromEntries(places) }
  const text = encoder.encode(JSON.stringify(head))
  if (text.length > roomForHead) throw new Error(`the head needs ${text.length} bytes`)
  bytes.fill(0x20, prefixBytes, prefixBytes + roomForHead)
  bytes.set(text, prefixBytes)
  const view = new DataView(file)
  for (const [nth, number] of [modelMagic, modelFormat, roomForHead].entries())
    view.setUint32(nth * 4, number, true)
  view.setUint32(12, checksumOf(bytes.subarray(prefixBytes)), true)
  return file
}
