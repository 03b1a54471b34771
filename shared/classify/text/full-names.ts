/**
 * Words that stand where a name could and are none: those that a sentence goes on or ends with, and what people, places and clubs are called
 * by that is not their name. Whole words, never endings: Manish and Jianing are names.
 */
const noNames = new Set(
  (
    'a age aged all also always am an and are as at aunt auntie big but by bye called can city club did do does father for from go got grandma group had ' +
    'haha happy has have he head hello here hey hi home how i if im in is it its just last lol loves made man me merry miss mr mrs ms my nan ' +
    'never new nice no not nothing now of off ok okay on one our please really right she should sir so spelt still team thanks that the there they ' +
    'this to today too towers uncle united up very was we went were what whats when where who why with wrong x xx year yes you your ' +
    'british chinese danish english finnish half irish japanese jewish polish portuguese scottish spanish swedish turkish welsh ' +
    'being doing feeling getting going having looking loving trying'
  ).split(' '),
)
/** Names that begin much else: “summer holidays”, “will do”, “May half term”. */
const alsoWords = new Set(
  'april august autumn chelsea faith hope june london mark may paris summer victoria will'.split(' '),
)

const start = "(?<![\\p{L}'-])"
const end = "(?![\\p{L}'-])"
/** An initial, or what stands small in a name. */
const between = '(?:(?:[B-HJ-Z]\\.?|[AI]\\.|[dl]e|d[aiou]|de[lnr]|dos|la|v[ao]n|bin|ibn|[ae]l) ){0,2}'
const any = "(\\p{L}[\\p{L}'-]{0,30}\\p{L})"
/** A word in big letters alone is shouted: “I am SO HAPPY”. */
const big = `(\\p{Lu}[\\p{L}'-]{0,30}\\p{Ll})`
const anyName = `${any} ${between}${any}${end}`
const bigName = `${big} ${between}${big}${end}`
const kin =
  '[Mm]y (?:[a-z]{2,8} ){0,2}(?:(?:girl|boy)?friend|mate|bestie|bff|sis(?:ter)?|bro(?:ther)?|twin|cousin|mum|dad|mam|nan|aunt(?:ie)?|uncle|teacher)s?(?:,| is| called){0,2} '

/** Somebody says whose name it is. Big letters are asked for wherever the words before it are said of much else. */
const said: readonly RegExp[] = [
  `${start}(?:[Mm]y|MY) (?:(?:full|real|whole) )?(?:[Nn]ame|NAME)(?:(?:'?s| [Ii][sz]| IS)\\b| ?[:=])[ :,=-]*${anyName}`,
  `${start}[Ii](?:'?m| am) (?:called )?${bigName}`,
  `${start}[Mm](?:e|yself)(?: (?:and|n|with) | ?[&+] ?)(?:${kin})?${bigName}`,
  `${start}(?:is|[Ii]t'?s) me[,:]? ${bigName}`,
  `${start}${kin}${bigName}`,
  `${start}${bigName}(?: and | ?[&+] ?)[Mm](?:e|yself)${end}`,
  `${start}[Ii]t'?s ${bigName} here${end}`,
  `${start}${bigName},? [Aa]ged?:? (?:[4-9]|1\\d)\\b`,
].map((form) => new RegExp(form, 'gu'))

/** The second word is only looked at: it may be the first of the next pair. */
const bigPair = new RegExp(`${start}${any}(?= ${between}(?=\\p{Lu})${any}${end})`, 'gu')
/** All of a field: a name and nothing else that is written in letters. */
const alone = new RegExp(`^[^\\p{L}]*${anyName}(?: x+)?[^\\p{L}]*$`, 'giu')
const signed = new RegExp(`${start}(?:by|i'?m|me),? ${anyName}`, 'giu')

/** Longer texts are looked at from their end: what is being written. */
const longest = 4000

/**
 * True for words that give away somebody’s full name: one that is said to be somebody’s own or a friend’s, or the writer’s given name with
 * another beside it. A name that is only mentioned is none: singers and players are written of every day.
 *
 * @param given the writer’s given name, where the device knows it
 */
export function givesFullName(text: string, given: string | null): boolean {
  const plain = plainly(text).slice(-longest)
  const finds = (form: RegExp, own: string | null): boolean =>
    [...plain.matchAll(form)].some(
      ([, first = '', ...rest]) => [first, ...rest].every(isName) && (own === null || firstOf(first) === own),
    )
  const own = firstOf(plainly(given ?? ''))
  return (
    said.some((form) => finds(form, null)) ||
    (!alsoWords.has(own) && [alone, signed, bigPair].some((form) => finds(form, own)))
  )
}

/** Without accents, which are left out as often as they are written, and with one kind of apostrophe and of space. */
const plainly = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[’ʼ`]/g, "'")
    .replace(/\s+/g, ' ')
const firstOf = (name: string): string => /[^ -]+/.exec(name.toLowerCase())?.[0] ?? ''

/** Before an apostrophe stands what was shortened: “I’m”, “it’s”. */
const isName = (word: string): boolean => !noNames.has(word.toLowerCase().replace(/'.*/, ''))
