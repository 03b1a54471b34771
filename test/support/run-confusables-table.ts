import { readFileSync } from 'node:fs'

/**
 * Prints the table of shared/classify/url/confusables.ts from Unicode's confusables.txt (UTS 39), whose path is the argument:
 * of all its pairs those whose source may stand in a name (a letter or digit, in lower case, in no other form) and which look like ASCII.
 * Alphabets that run from right to left are left out: no label may mix them with others (RFC 5893).
 */
const pairs = new Map<string, string>()
for (const line of readFileSync(process.argv[2] ?? '/dev/stdin', 'utf8').split('\n')) {
  const [source, target] = line
    .replace(/#.*/, '')
    .split(';')
    .map((codes) => codes.trim().split(/\s+/))
  if (source?.length !== 1 || target === undefined) continue
  const text = (codes: string[]): string =>
    String.fromCodePoint(...codes.map((code) => Number.parseInt(code, 16)))
  pairs.set(text(source), text(target))
}

/** Pairs that Chromium adds for names in lower case (its "IDN in Chromium" page), and strokes that UTS 39 counts as marks. */
const more = Object.entries({
  b: 'ьƅҍвъ',
  c: 'ҫ',
  d: 'đďԃ',
  e: 'єҽɛ',
  f: 'ғӻ',
  h: 'нћңҥӈħ',
  k: 'кκĸқҝҟҡӄԟ',
  l: 'ӏłľ',
  m: 'мӎ',
  n: 'пηŋԥ',
  o: 'øө',
  p: 'þϼҏ',
  r: 'ґ',
  t: 'тτŧҭ',
  u: 'ц',
  w: 'ωшщ',
  x: 'χҳӽӿ',
  y: 'ұ',
  z: 'ʒ',
})

const bySight: Record<string, Set<string>> = {}
for (const [letter, first] of pairs) {
  const isName = /^[\p{L}\p{N}]$/u.test(letter) && letter.normalize('NFKC').toLowerCase() === letter
  const isLeftToRight = !/[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Nko}\p{Script=Mende_Kikakui}]/u.test(
    letter,
  )
  const sight = Array.from(first.normalize('NFD'), (each) => pairs.get(each) ?? each)
    .join('')
    .toLowerCase()
  if (letter.charCodeAt(0) < 128 || !isName || !isLeftToRight || !/^[a-z0-9]{1,2}$/.test(sight)) continue
  ;(bySight[sight] ??= new Set()).add(letter)
}
for (const [sight, letters] of more) {
  for (const other of Object.values(bySight)) for (const letter of letters) other.delete(letter)
  for (const letter of letters.normalize('NFC')) (bySight[sight] ??= new Set()).add(letter)
}
const rows = Object.entries(bySight).toSorted(([one], [other]) => (one < other ? -1 : 1))
process.stdout.write(
  rows.map(([sight, letters]) => `  '${sight}': '${[...letters].toSorted().join('')}',\n`).join(''),
)
