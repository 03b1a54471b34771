import { textOfBase64 } from '../../base/base64-text.ts'

/** Longer pieces than this are no addresses: a browser may send them, no service takes them, and what they cost must stay bounded. */
export const longestCarried = 8192
/** Longer addresses carry nothing: servers refuse them at a quarter of this. Room for padding round what is carried. */
export const longestCarrier = 65_536

const withScheme = /^(?:https?|wss?|ftp):/i
const encodedScheme = /^(?:https?|wss?|ftp)%(?:25)?3a/i
/** A host as people write it without a scheme: labels with a letter in the last one, or an IPv4 address. */
const bareHost = /^(?:[\p{L}\p{N}_-]+\.)+(?:\p{L}[\p{L}\p{N}-]+|\d{1,3})\.?(?::\d+)?(?=[/?#]|$)/u

/** Percent-decoded; as it was when that cannot be done. */
export const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * The address that a piece of another one holds, as an absolute one: also when it is percent-encoded once or twice more than it should be,
 * stands behind `view-source:`, begins with `//` or, unless `needsScheme`, with the host itself. Null when it holds none.
 */
export function carriedAddress(piece: string, needsScheme = false): string | null {
  if (piece.length > longestCarried) return null
  let text = piece.trim().replace(/^(?:view-source:)+/i, '')
  for (let round = 0; round < 2 && isEncoded(text); round++) text = decoded(text)
  if (withScheme.test(text)) return URL.canParse(text) ? text : null
  if (needsScheme) return null
  const bare = text.replace(/^[/\\]{2}/, '')
  return bareHost.test(bare) && URL.canParse(`http://${bare}`) ? `http://${bare}` : null
}

const isEncoded = (text: string): boolean =>
  encodedScheme.test(text) || (text.includes('%2') && !text.includes('/'))

/** The address in base64, of either alphabet. */
export function carriedInBase64(piece: string, needsScheme = false): string | null {
  if (piece.length > longestCarried) return null
  const text = textOfBase64(decoded(piece))
  return text === null ? null : carriedAddress(text, needsScheme)
}
