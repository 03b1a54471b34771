import { confusables } from './confusables.ts'
import { impersonatedHosts } from './impersonated-hosts.ts'
import { hostInLetters } from './punycode.ts'

const standsFor = new Map(
  Object.entries(confusables).flatMap(([plain, letters]) =>
    Array.from(letters, (letter) => [letter, plain] as const),
  ),
)

/**
 * What a name looks like: the skeleton of UTS 39, section 4, for names in lower case. Accents are dropped besides, as Chromium does
 * before it compares a name with well-known ones.
 */
export function skeleton(name: string): string {
  const seen = isAscii(name)
    ? name
    : Array.from(
        name.normalize('NFD').replaceAll(/\p{M}/gu, ''),
        (letter) => standsFor.get(letter) ?? letter,
      ).join('')
  return seen.replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('m', 'rn')
}

const withM = (host: string): string => (host.split('.')[0] ?? '').replaceAll('rn', 'm')

const isAscii = (text: string): boolean => !/[^\0-\x7f]/.test(text)

const bySkeleton = new Map(impersonatedHosts.map((host) => [skeleton(host), host]))
const shortestName = 5
/** The first labels of well-known hosts, where they are long enough to be nobody else's. */
const nameBySkeleton = new Map(
  impersonatedHosts.toReversed().flatMap((host) => {
    const name = host.split('.')[0] ?? ''
    return name.length < shortestName ? [] : [[skeleton(name), host] as const]
  }),
)
/** What else than a letter of another alphabet may deceive: `0`, `1`, `rn` for `m`, and an `m` where a well-known name has `rn`. */
const namesWithRn = impersonatedHosts.filter((host) => host.includes('rn'))
const worthALook = new RegExp(['xn--', '[01]', 'rn', ...namesWithRn.map(withM)].join('|'))
const otherAlphabet =
  /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Georgian}]/u

/** A host that looks like a well-known one and is another. */
export interface Lookalike {
  /** The part of the host that deceives, as it came. */
  readonly host: string
  readonly original: string
}

/**
 * The well-known host that a host is made to look like: the same skeleton, ending included, and yet another name. A label that mixes
 * alphabets (Latin with Cyrillic, Greek …) is measured by itself, whatever it ends in; honest names do not mix those. Names of one
 * alphabet that mean something else somewhere are thus left alone unless the whole host is a well-known one's double.
 * @param host normalised
 */
export function lookalike(host: string): Lookalike | null {
  if (!worthALook.test(host)) return null
  const ending = host.lastIndexOf('.')
  for (let at = 0; at < ending; at = host.indexOf('.', at) + 1) {
    const name = host.slice(at)
    if (!worthALook.test(name)) break
    const shown = hostInLetters(name)
    const original = bySkeleton.get(skeleton(shown)) ?? mixedDouble(shown)
    if (original !== undefined) return original === name ? null : { host: name, original }
  }
  return null
}

function mixedDouble(shown: string): string | undefined {
  const label = shown.slice(0, shown.indexOf('.'))
  return otherAlphabet.test(label) && /[a-z]/.test(label) ? nameBySkeleton.get(skeleton(label)) : undefined
}
