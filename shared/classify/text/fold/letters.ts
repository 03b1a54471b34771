import { confusables } from '../../url/confusables.ts'

/** A character as words are made of it. */
export interface Letter {
  /**
   * `letter` is part of a word; `nothing` is inside one without being seen (accents, zero width, direction marks, apostrophes); `picture` is an emoji and
   * a word of its own; `gap` stands between words; `stop` ends a sentence.
   */
  readonly kind: 'letter' | 'nothing' | 'picture' | 'gap' | 'stop'
  /** Lower case, compatibility forms and accents folded; empty for what is no letter. */
  readonly text: string
  /** What it looks like in ASCII, where it is of another alphabet and looks like something there. */
  readonly looksLike: string | undefined
}

const looks = new Map(
  Object.entries(confusables).flatMap(([ascii, letters]) =>
    Array.from(letters).map((letter) => [letter, ascii]),
  ),
)
/** What compatibility forms leave as it is. */
const spelled: Readonly<Record<string, string>> = {
  ß: 'ss',
  ẞ: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
}

const known = new Map<number, Letter>()
/** As many characters are remembered; a hostile text can show more than a million. */
const mostKnown = 4096

/** A code point outside ASCII, folded. */
export function letterOf(codePoint: number): Letter {
  const found = known.get(codePoint)
  if (found !== undefined) return found
  const letter = fold(codePoint)
  if (known.size >= mostKnown) known.clear()
  known.set(codePoint, letter)
  return letter
}

function fold(codePoint: number): Letter {
  const character = String.fromCodePoint(codePoint)
  if (/^[’\p{Cf}\p{M}\p{Emoji_Modifier}\u115f\u1160\u3164]$/u.test(character)) return nothing
  if (/^[\p{Extended_Pictographic}\p{Regional_Indicator}]$/u.test(character))
    return { kind: 'picture', text: character, looksLike: undefined }
  if (/^[。！？…‼⁇\u0085\u2028\u2029؟۔।]$/u.test(character)) return stop
  const plain = character
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
  const text = Array.from(plain)
    .map((each) => spelled[each] ?? each)
    .join('')
  if (!/^[\p{L}\p{N}]+$/u.test(text)) return gap
  return { kind: 'letter', text, looksLike: looks.get(plain) }
}

const nothing: Letter = { kind: 'nothing', text: '', looksLike: undefined }
const gap: Letter = { kind: 'gap', text: '', looksLike: undefined }
const stop: Letter = { kind: 'stop', text: '', looksLike: undefined }

/** Letters that no living language writes next to those they are mistaken for: a word with one of them is a disguise. */
const disguises = /[ѕіјԁһԛԝӏɑɡɩʏᴄᴏᴠᴡᴢꜱօսոցհ]/u

/**
 * A word of other letters as it looks, when it is a disguise: it mixes alphabets, or has a letter that only disguises have.
 * Undefined when it is an honest word of another alphabet.
 */
export function unmasked(letters: readonly Letter[]): string | undefined {
  const isMixed = letters.some(({ text }) => /^[a-z]/u.test(text))
  if (!isMixed && !letters.some(({ text }) => disguises.test(text))) return undefined
  return letters.map(({ text, looksLike }) => looksLike ?? text).join('')
}
