import { readFileSync } from 'node:fs'

/** The cues of `path` by name, in its order. Throws for a line that is none. */
export function readCues(path: string): Map<string, string[]> {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  return new Map(
    lines.map((line) => {
      const found = /^([a-z]+):(.+)$/u.exec(line)
      if (found === null) throw new Error(`${path}: no cue: ${line}`)
      const phrases = (found[2] ?? '').split(';').map((phrase) => phrase.trim())
      return [found[1] ?? '', phrases.filter((phrase) => phrase !== '')]
    }),
  )
}
