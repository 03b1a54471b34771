const prefix = 'xn--'
const base = 36
const smallest = 1
const biggest = 26
const skew = 38
const damp = 700

/**
 * A host with its international labels as the letters people see (RFC 3492). Labels that are no proper punycode stay as they are;
 * hosts without any come back unchanged.
 */
export const hostInLetters = (host: string): string =>
  host.includes(prefix)
    ? host
        .split('.')
        .map((label) => (label.startsWith(prefix) ? (decode(label.slice(prefix.length)) ?? label) : label))
        .join('.')
    : host

function decode(text: string): string | null {
  const plain = text.lastIndexOf('-')
  const letters = plain > 0 ? Array.from(text.slice(0, plain), (letter) => letter.charCodeAt(0)) : []
  let point = 128
  let place = 0
  let bias = 72
  for (let at = plain + 1; at < text.length;) {
    const before = place
    let weight = 1
    for (let k = base; ; k += base) {
      const digit = digitOf(text.charCodeAt(at++))
      place += digit * weight
      // `NaN` for a letter that is no digit, or where the text has come to its end.
      if (!(place <= 0x7fffffff)) return null
      const threshold = Math.min(Math.max(k - bias, smallest), biggest)
      if (digit < threshold) break
      weight *= base - threshold
    }
    const length = letters.length + 1
    bias = adapt(place - before, length, before === 0)
    point += Math.floor(place / length)
    place %= length
    if (point > 0x10ffff) return null
    letters.splice(place++, 0, point)
  }
  return String.fromCodePoint(...letters)
}

function digitOf(code: number): number {
  if (code >= 48 && code <= 57) return code - 22
  return code >= 97 && code <= 122 ? code - 97 : Number.NaN
}

function adapt(difference: number, length: number, isFirst: boolean): number {
  let delta = isFirst ? Math.floor(difference / damp) : difference >> 1
  delta += Math.floor(delta / length)
  let k = 0
  for (; delta > ((base - smallest) * biggest) / 2; k += base) delta = Math.floor(delta / (base - smallest))
  return k + Math.floor(((base - smallest + 1) * delta) / (delta + skew))
}
