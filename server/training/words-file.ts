import { err, ok, type Result } from '#shared/base/result.ts'
import { type TextLabel, textLabels } from '#shared/classify/text/labels.ts'
import type { TextContext } from '#shared/classify/text/reading.ts'

/** A phrase of the phrase layer, as it was written. */
export interface WrittenPhrase {
  readonly label: TextLabel
  readonly tier: number
  readonly words: string
}

/** An example of many: `template` has alternatives in braces. */
export interface WrittenExample {
  /** What it is labelled as; none for an innocent one. */
  readonly labels: readonly TextLabel[]
  readonly contexts: readonly TextContext[]
  readonly template: string
  /** The file's name and line: examples of one template belong together. */
  readonly origin: string
}

/** What one file of `words/` holds. */
export interface WordsFile {
  readonly phrases: readonly WrittenPhrase[]
  readonly examples: readonly WrittenExample[]
  readonly lists: ReadonlyMap<string, string>
}

const contexts: readonly TextContext[] = ['page', 'query', 'typed']
const phraseLine = /^([0-3])\s+(\S.*)$/u
const exampleLine = /^([+\-~?])\s*([a-z,\s]*?)\s*(?:\[([a-z\- ,]*)\])?\s*:\s*(\S.*)$/u
const listLine = /^@([\w-]+)\s*:\s*(\S.*)$/u
const isLabel = (word: string): word is TextLabel => (textLabels as readonly string[]).includes(word)

/** Reads a words file (format: server/training/README.md). `own` is the file's category; a line `= category` changes it. The error names the line. */
export function readWords(text: string, name: string, own: TextLabel | undefined): Result<WordsFile> {
  let category = own
  const file = {
    phrases: [] as WrittenPhrase[],
    examples: [] as WrittenExample[],
    lists: new Map<string, string>(),
  }
  for (const [nth, raw] of text.split('\n').entries()) {
    const line = raw.trim()
    const origin = `${name}:${nth + 1}`
    if (line === '' || line.startsWith('#')) continue
    if (line.startsWith('=')) {
      category = textLabels.find((label) => label === line.slice(1).trim())
      if (category === undefined) return err(`${origin}: no category: ${line}`)
      continue
    }
    const list = listLine.exec(line)
    const phrase = phraseLine.exec(line)
    if (list !== null) file.lists.set(list[1] ?? '', list[2] ?? '')
    else if (phrase !== null && category !== undefined)
      file.phrases.push({ label: category, tier: Number(phrase[1]), words: phrase[2] ?? '' })
    else {
      const example = readExample(line, origin, category)
      if (!example.ok) return example
      file.examples.push(example.value)
    }
  }
  return ok(file)
}

function readExample(line: string, origin: string, category: TextLabel | undefined): Result<WrittenExample> {
  const found = exampleLine.exec(line)
  if (found === null) return err(`${origin}: neither a phrase, a list nor an example: ${line}`)
  const [, sign = '', where = '', named, template = ''] = found
  const said = where.split(/[\s,]+/u).filter((word) => word !== '')
  const unknown = said.filter((word) => !(contexts as readonly string[]).includes(word))
  if (unknown.length > 0) return err(`${origin}: no context: ${unknown.join(', ')}`)
  const labels = labelsOf(sign, named, category)
  const wrong = labels.filter((word) => !isLabel(word))
  if (wrong.length > 0) return err(`${origin}: no category: ${wrong.join(', ')}`)
  return ok({
    labels: labels.filter(isLabel),
    contexts: said.length === 0 ? contexts : (said as TextContext[]),
    template,
    origin,
  })
}

function labelsOf(sign: string, named: string | undefined, category: TextLabel | undefined): string[] {
  const others = named?.split(/[\s,]+/u).filter((word) => word !== '')
  if (sign === '-') return []
  if (sign === '~') return ['help', ...(others ?? [])]
  if (sign === '?') return ['distress', ...(others ?? [])]
  return others ?? (category === undefined ? [] : [category])
}
