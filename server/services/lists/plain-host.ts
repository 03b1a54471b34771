/** Bytes of a host name as rules have them. */
const letter = 1
const digit = 2
const hyphen = 3
const dot = 4
/** What each byte is; 0 for everything else. */
const kinds = new Uint8Array(256)
for (let byte = 97; byte <= 122; byte++) kinds[byte] = letter
for (let byte = 48; byte <= 57; byte++) kinds[byte] = digit
kinds[95] = digit
kinds[45] = hyphen
kinds[46] = dot

const longestName = 253
const longestLabel = 63
const space = 32
const sinkholes = [Buffer.from('0.0.0.0'), Buffer.from('127.0.0.1')]

/**
 * Where a host starts that is in the one form already, when the line `bytes[from..to)` is one, alone or behind a hosts file's `0.0.0.0 `.
 * -1 for everything else, which may be a rule as well: `readListLine` decides. Reads from the end, where a host is told from an address.
 */
export function plainStart(bytes: Uint8Array, from: number, to: number): number {
  let start = to
  while (start > from && kinds[bytes[start - 1] ?? 0] !== 0) start--
  if (to - start > longestName || !isHost(bytes, start, to)) return -1
  if (start === from) return start
  const before = bytes.subarray(from, start - 1)
  return bytes[start - 1] === space && sinkholes.some((address) => address.equals(before)) ? start : -1
}

function isHost(bytes: Uint8Array, from: number, to: number): boolean {
  let label = 0
  let dots = 0
  let after = dot
  let isName = true
  for (let at = to - 1; at >= from; at--) {
    const kind = kinds[bytes[at] ?? 0] ?? 0
    if (kind === dot) {
      if (label === 0 || after === hyphen || (dots++ === 0 && !(isName && label > 1))) return false
      label = 0
    } else if (++label > longestLabel || (label === 1 && kind === hyphen)) {
      return false
    } else if (kind !== letter) {
      isName = false
    }
    after = kind
  }
  return dots > 0 && label > 0 && after !== hyphen
}
