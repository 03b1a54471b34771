import { fillIn } from './words/fill-in.ts'

/**
 * Puts an adult into a text's `{adult}`. A team's name keeps its capital only where a sentence begins: "The safeguarding team has
 * it." but "Seen by the safeguarding team."
 */
export function adultInWords(text: string, adult: string): string {
  const begins = /(^|[.!?]\s+)\{adult\}/u.test(text)
  return fillIn(text, {
    adult: begins ? adult : adult.replace(/^(A|An|The|Any|Your) /u, (article) => article.toLowerCase()),
  })
}
