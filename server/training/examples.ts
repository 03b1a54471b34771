import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TextLabel, textLabels } from '#shared/classify/text/labels.ts'
import type { TextContext } from '#shared/classify/text/reading.ts'
import { expand } from './expand.ts'
import { settings } from './settings.ts'
import { readWords, type WordsFile, type WrittenPhrase } from './words-file.ts'

/** A text with what it is about. */
export interface Example {
  readonly text: string
  readonly context: TextContext
  readonly labels: readonly TextLabel[]
  /** The labels that it says anything about; all when undefined. */
  readonly decides: readonly TextLabel[] | undefined
  readonly weight: number
  /** It is made of the project's own words. */
  readonly isOwn: boolean
  /** Examples of one origin say much the same: they are held out together. */
  readonly origin: string
}

/** The project's own words: phrases, and examples made of templates. */
export interface OwnWords {
  readonly phrases: readonly WrittenPhrase[]
  readonly examples: readonly Example[]
}

/** Reads all words files of `folder` and expands their templates. Throws and names the line when one is wrong. */
export function readOwnWords(folder: string, random: () => number): OwnWords {
  if (!existsSync(folder)) throw new Error(`there are no words at ${folder}`)
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
    .map((name) => readFile(folder, name))
  return {
    phrases: files.flatMap(({ phrases }) => phrases),
    examples: files.flatMap((file) => examplesOfFile(file, random)),
  }
}

function readFile(folder: string, name: string): WordsFile {
  const id = name.replace(/\.txt$/u, '')
  const category = textLabels.find((label) => label === id)
  const file = readWords(readFileSync(join(folder, name), 'utf8'), name, category)
  if (!file.ok) throw new Error(file.error)
  return file.value
}

function examplesOfFile({ examples, lists }: WordsFile, random: () => number): Example[] {
  return examples.flatMap(({ labels, contexts, template, origin }) => {
    const isRisk = labels.length > 0
    const most = isRisk ? settings.textsPerRisk : settings.textsPerInnocent
    const texts = expand(template, lists, most, random)
    return texts.flatMap((text) =>
      contexts.map((context) => ({
        text,
        context,
        labels: withImplied(labels),
        decides: decidedBy(labels),
        // A template with many forms is worth more than one with a single form, but not in proportion.
        weight: settings.templateWeight / Math.sqrt(texts.length * contexts.length) + settings.textWeight,
        isOwn: true,
        origin,
      })),
    )
  })
}

const withImplied = (labels: readonly TextLabel[]): TextLabel[] => [
  ...labels,
  ...(labels.includes('self-harm') && !labels.includes('distress') ? (['distress'] as const) : []),
]

/** Labels so close that an example of one leaves open whether it is also of the other. */
const close: Readonly<Partial<Record<TextLabel, readonly TextLabel[]>>> = {
  pornography: ['sexual-content', 'sexting', 'profanity', 'nudify'],
  'sexual-content': ['pornography', 'sexting', 'profanity'],
  sexting: ['sexual-content', 'pornography', 'grooming', 'nudify', 'distress'],
  grooming: ['sexual-content', 'sexting', 'distress'],
  bullying: ['hate', 'profanity', 'violence', 'self-harm'],
  hate: ['bullying', 'extremism', 'profanity', 'violence'],
  extremism: ['hate', 'violence', 'weapons'],
  violence: ['weapons', 'bullying', 'extremism'],
  weapons: ['violence', 'extremism'],
  'self-harm': ['distress', 'help', 'eating-disorders', 'drugs', 'harmful-challenges'],
  'eating-disorders': ['distress', 'help', 'self-harm'],
  drugs: ['harmful-challenges', 'help'],
  'harmful-challenges': ['self-harm', 'drugs', 'violence', 'distress'],
  nudify: ['pornography', 'sexting', 'sexual-content'],
  distress: ['help', 'bullying'],
  help: ['distress'],
  profanity: ['bullying', 'sexual-content', 'hate'],
}

function decidedBy(labels: readonly TextLabel[]): readonly TextLabel[] | undefined {
  const open = new Set(labels.flatMap((label) => close[label] ?? []))
  return open.size === 0
    ? undefined
    : textLabels.filter((label) => !open.has(label) || labels.includes(label))
}
