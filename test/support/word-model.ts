import type { TextFinding, TextModel, TextReading } from '#shared/classify/text/reading.ts'
import type { CategoryId } from '#shared/domain/category.ts'

/** Words and what they are about; `help` is how somebody writes who looks for help, `distress` who is not well. */
export type WordTable = Readonly<Record<string, CategoryId | 'help' | 'distress'>>

/** A text model that knows a handful of words: all that the rules around a model need. A good page takes a word twice. */
export function wordModel(table: WordTable): TextModel {
  function read(text: string, least: number): TextReading {
    const told = new Map<CategoryId, { start: number; end: number }[]>()
    let [seeksHelp, distress] = [false, 0]
    for (const [word, meaning] of Object.entries(table))
      for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
        if (meaning === 'help') seeksHelp = true
        else if (meaning === 'distress') distress = 0.9
        else told.set(meaning, [...(told.get(meaning) ?? []), { start: at, end: at + word.length }])
      }
    const findings = [...told].flatMap(([category, spans]): TextFinding[] =>
      spans.length < least ? [] : [{ category, score: 0.9, spans, why: `it says so ${spans.length} times` }],
    )
    return { findings, near: [], distress, seeksHelp }
  }
  return {
    name: 'words 1',
    read: (text) => read(text, 1),
    readPage(prior = 'ordinary') {
      let all = ''
      return {
        add(text) {
          all += text
          return read(all, prior === 'good' ? 2 : 1)
        },
      }
    },
  }
}
