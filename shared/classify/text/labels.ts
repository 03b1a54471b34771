import type { CategoryId } from '../../domain/category.ts'

/** What the model has a weight for: categories of the vocabulary, `distress`, which never blocks, and `help`, which shows help. */
export const textLabels = [
  'self-harm',
  'grooming',
  'sexting',
  'weapons',
  'extremism',
  'eating-disorders',
  'nudify',
  'pornography',
  'violence',
  'hate',
  'bullying',
  'drugs',
  'harmful-challenges',
  'hacking',
  'sexual-content',
  'gambling',
  'profanity',
  'distress',
  'help',
] as const

export type TextLabel = (typeof textLabels)[number]

/** The categories that a text can be about, gravest first: the order in which findings stand. */
export const textCategories = textLabels.slice(0, -2) as (TextLabel & CategoryId)[]

/** Where `distress` stands among the labels. */
export const distressAt = textLabels.indexOf('distress')
/** Where `help` stands among the labels. */
export const helpAt = textLabels.indexOf('help')
