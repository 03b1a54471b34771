import { createEngine } from './engine.ts'
import type { ModelFile } from './model-layout.ts'
import { type Reader, readingOf } from './reading-of.ts'
import type { TextModel } from './reading.ts'
import { emptyTally } from './tally.ts'

/** A model over the sections of its file. */
export function createTextModel(file: ModelFile): TextModel {
  const engine = createEngine(file)
  const reader: Reader = { table: engine.table, head: file.head }
  return {
    name: file.head.name,
    read: (text, context, prior = 'ordinary') =>
      readingOf(engine.tally(text, context), context, prior, reader),
    readPage(prior = 'ordinary') {
      const tally = emptyTally()
      let offset = 0
      return {
        add(text) {
          offset += engine.add(tally, text, 'page', offset)
          return readingOf(tally, 'page', prior, reader)
        },
      }
    },
  }
}
