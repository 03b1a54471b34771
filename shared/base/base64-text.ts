const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

const sextets = new Map(Array.from(alphabet, (letter, value) => [letter.charCodeAt(0), value]))
sextets.set('-'.charCodeAt(0), 62)
sextets.set('_'.charCodeAt(0), 63)

/**
 * The text behind base64 or base64url (RFC 4648, sections 4 and 5), padded or not. Null when it is none, or no UTF-8 text.
 */
export function textOfBase64(encoded: string): string | null {
  const digits = encoded.replace(/=+$/, '')
  const bytes = new Uint8Array((digits.length * 3) >> 2)
  let held = 0
  let bits = 0
  let at = 0
  for (let digit = 0; digit < digits.length; digit++) {
    const value = sextets.get(digits.charCodeAt(digit))
    if (value === undefined) return null
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[at++] = (held >> bits) & 255
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
