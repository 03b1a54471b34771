import { wordsOfPicture } from './emoji.ts'
import { type Letter, letterOf, unmasked } from './letters.ts'

/** Words as they are written, in lower case, and where they stand. Arrays of equal length. */
export interface Written {
  readonly words: string[]
  readonly starts: number[]
  readonly ends: number[]
  /** The words that a sentence begins with. */
  readonly sentences: number[]
  /** The words that have a quotation mark before or behind them. */
  readonly quoted: number[]
  /** The words that have something in them besides lower-case ASCII letters. */
  readonly odd: number[]
}

const exclamation = 33
const gap = 0
const letter = 1
const capital = 2
const sign = 3
const apostrophe = 4
const stop = 5
const line = 6
const quote = 7
const kinds = new Uint8Array(128)
for (let c = 97; c <= 122; c++) kinds[c] = letter
for (let c = 65; c <= 90; c++) kinds[c] = capital
for (let c = 48; c <= 57; c++) kinds[c] = sign
for (const each of '@$*|+!') kinds[each.charCodeAt(0)] = sign
for (const each of '.?') kinds[each.charCodeAt(0)] = stop
for (const each of '\n\r') kinds[each.charCodeAt(0)] = line
kinds["'".charCodeAt(0)] = apostrophe
kinds['"'.charCodeAt(0)] = quote
/** Letters in a word; what is longer is cut. */
const longestWord = 48

/** Cuts a text into words. Never throws; offsets are UTF-16 code units of the text as it was given. */
export function scan(text: string): Written {
  const out: Written = { words: [], starts: [], ends: [], sentences: [], quoted: [], odd: [] }
  let isSentenceOver = true
  let i = 0
  while (i < text.length) {
    const c = text.charCodeAt(i)
    const kind = kindAt(text, i, c)
    if (kind === letter) {
      if (isSentenceOver) out.sentences.push(out.words.length)
      isSentenceOver = false
      i = takeWord(text, i, out)
      continue
    }
    if (kind === line || (kind === stop && endsSentence(text, i))) isSentenceOver = true
    else if (kind === quote) out.quoted.push(out.words.length)
    else if (c === 40 && text.startsWith('(((', i)) addWord(out, 'tripleparentheses', i, i + 3, true)
    i += c >= 0xd800 && c < 0xdc00 ? widthAt(text, i) : 1
  }
  return out
}

/** The kind of what stands at `at`, as far as words and sentences begin and end there. */
function kindAt(text: string, at: number, c: number): number {
  if (c >= 128) return foreignKind(text, at)
  const kind = kinds[c] ?? gap
  if (kind === capital) return letter
  if (kind !== sign) return kind
  if (beginsWord(text, at)) return letter
  return c === exclamation ? stop : gap
}

const widthAt = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)

function foreignKind(text: string, at: number): number {
  const c = text.charCodeAt(at)
  if (c === 0x201c || c === 0x201d || c === 0xab || c === 0xbb) return quote
  const found = letterOf(text.codePointAt(at) ?? 0)
  if (found.kind === 'letter' || found.kind === 'picture') return letter
  return found.kind === 'stop' ? line : gap
}

/** A digit begins a word; a sign does when a letter follows: `@na`, `$hit`. */
function beginsWord(text: string, at: number): boolean {
  const c = text.charCodeAt(at)
  if (c >= 48 && c <= 57) return true
  if (c !== 64 && c !== 36) return false
  const next = kinds[text.charCodeAt(at + 1)]
  return next === letter || next === capital || next === sign
}

/** A full stop between letters is none. */
function endsSentence(text: string, at: number): boolean {
  const c = text.charCodeAt(at + 1)
  return !(c < 128 && (kinds[c] === letter || kinds[c] === capital || kinds[c] === sign || kinds[c] === stop))
}

function addWord(out: Written, word: string, start: number, end: number, isOdd: boolean): void {
  if (isOdd) out.odd.push(out.words.length)
  out.words.push(word)
  out.starts.push(start)
  out.ends.push(end)
}

/** Takes the word that begins at `from`; answers where the text goes on. */
function takeWord(text: string, from: number, out: Written): number {
  let i = from
  while (i < text.length && i - from < longestWord && kinds[text.charCodeAt(i)] === letter) i++
  const c = text.charCodeAt(i)
  if (
    i > from &&
    !(c >= 128 || (kinds[c] ?? gap) === sign || kinds[c] === capital || kinds[c] === apostrophe)
  ) {
    addWord(out, text.slice(from, i), from, i, false)
    return i
  }
  return takeOddWord(text, from, out)
}

function takeOddWord(text: string, from: number, out: Written): number {
  const letters: Letter[] = []
  let end = from
  let i = from
  while (i < text.length && letters.length < longestWord) {
    const found = characterAt(text, i)
    const width = widthAt(text, i)
    if (found.kind === 'picture' && letters.length === 0) return takePicture(text, i, width, found.text, out)
    if (found.kind !== 'letter' && found.kind !== 'nothing') break
    i += width
    if (found.kind === 'nothing') continue
    letters.push(found)
    end = i
  }
  addLetters(letters, from, end, out)
  return Math.max(i, from + 1)
}

/** A word's letters, less the signs that only end it: `hello!!`. */
function addLetters(letters: readonly Letter[], from: number, end: number, out: Written): void {
  const word = unmasked(letters) ?? letters.map(({ text }) => text).join('')
  const less = word.replace(/[!|+]+$/u, '')
  if (less === '') return
  addWord(out, less, from, end - (word.length - less.length), !/^[a-z]+$/u.test(less))
  if (less.length < word.length && word.endsWith('!')) out.sentences.push(out.words.length)
}

function takePicture(text: string, from: number, width: number, picture: string, out: Written): number {
  let end = from + width
  while (end < text.length && text.charCodeAt(end) >= 128) {
    const next = letterOf(text.codePointAt(end) ?? 0)
    if (next.kind !== 'nothing') break
    end += widthAt(text, end)
  }
  for (const word of wordsOfPicture(picture).split(' ')) addWord(out, word, from, end, true)
  return end
}

const asciiCharacters = Array.from({ length: 128 }, (_, c): Letter => {
  const kind = kinds[c] ?? gap
  if (kind === letter || kind === capital || kind === sign)
    return { kind: 'letter', text: String.fromCharCode(c).toLowerCase(), looksLike: undefined }
  return { kind: kind === apostrophe ? 'nothing' : 'gap', text: '', looksLike: undefined }
})

function characterAt(text: string, at: number): Letter {
  const ascii = asciiCharacters[text.charCodeAt(at)]
  return ascii ?? letterOf(text.codePointAt(at) ?? 0)
}
