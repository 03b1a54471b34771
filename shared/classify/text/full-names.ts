/** Words that follow “my name is” or stand beside a given name and are no name themselves. */
const noName =
  "(?!(?:a|an|and|are|as|at|because|but|by|can|for|from|hard|has|he|hello|here|hey|hi|how|i|if|im|in|is|it|its|just|lol|my|nice|no|not|of|ok|okay|on|or|please|quite|really|she|so|spelt|thanks|the|this|to|too|very|was|what|whats|who|will|with|written|yes|you)(?![\\p{L}'’-]))"
const part = "[\\p{L}][\\p{L}'’-]*\\p{L}"
const anyPart = `${noName}${part}`
const bigPart = `\\p{Lu}[\\p{L}'’-]*\\p{L}`
/** Big letters that begin what somebody is, not who. */
const noWho =
  '(?!(?:Year|Team|Group|Head|British|English|Black|White|Asian|Roman|North|South|East|West|So|Not|Very)\\b)'
const kin =
  '(?:best\\s+)?(?:friend|mate|bestie|bff|sister|brother|cousin|mum|dad|mam|nan|grandad|aunt|auntie|uncle|daughter|son|teacher|girlfriend|boyfriend)'

/** Somebody says whose name it is. Big letters are asked for wherever the words before it are said of much else. */
const said: readonly RegExp[] = [
  new RegExp(
    `\\bmy\\s+(?:full\\s+|real\\s+|whole\\s+)?name(?:['’]?s|\\s+is|\\s*[:=])\\s*${anyPart}\\s+${anyPart}`,
    'iu',
  ),
  new RegExp(`\\b[Ii](?:['’]?m|\\s+am)\\s+${noWho}${bigPart}\\s+${bigPart}`, 'u'),
  new RegExp(`\\b[Mm]e\\s+(?:and|&|with)\\s+(?:my\\s+${kin}\\s+)?${noWho}${bigPart}\\s+${bigPart}`, 'u'),
  new RegExp(`\\b[Mm]y\\s+${kin},?\\s+${bigPart}\\s+${bigPart}`, 'u'),
  new RegExp(`\\b${noWho}${bigPart}\\s+${bigPart}\\s+(?:and|&)\\s+[Mm]e\\b`, 'u'),
]

/** The second word is only looked at: it may be the first of the next pair. */
const bigPair = new RegExp(`(?<![\\p{L}'’-])(${part})(?=\\s+(?=\\p{Lu})${anyPart})`, 'gu')
/** All of a field: a name and nothing else. */
const alone = new RegExp(`^\\s*(${part})(?:\\s+${anyPart}){1,3}\\s*$`, 'iu')

/** Longer texts are looked at from their end: what is being written. */
const longest = 4000

/**
 * True for words that give away somebody’s full name: one that is said to be somebody’s own or a friend’s, or the writer’s given name with
 * another beside it. A name that is only mentioned is none: singers and players are written of every day.
 *
 * @param given the writer’s given name, where the device knows it
 */
export function givesFullName(text: string, given: string | null): boolean {
  const end = text.slice(-longest)
  if (said.some((form) => form.test(end))) return true
  const own = given === null ? undefined : firstOf(given)
  if (own === undefined) return false
  const isOwn = (first: string | undefined): boolean => first !== undefined && lower(first) === own
  return isOwn(alone.exec(end)?.[1]) || [...end.matchAll(bigPair)].some(([, first]) => isOwn(first))
}

const lower = (word: string): string => word.normalize('NFKC').toLocaleLowerCase('en-GB')
const firstOf = (name: string): string | undefined => lower(name).trim().split(/\s+/)[0] || undefined
