const longest = 120

/** Characters that hide themselves or turn the writing round: controls, soft hyphen, zero width, bidirectional marks, tags. */
const unseen =
  /[\p{Cc}\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb]|[\u{e0000}-\u{e0fff}]/gu

/** Text from outside with every unseen character written out, such as `[U+202E]`, so that it cannot pass for other text. */
export const inertText = (text: string): string =>
  text.replace(
    unseen,
    (sign) => `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
  )

/**
 * An address as plain characters to be read, never followed: host in punycode, path percent-encoded (as the URL standard
 * writes it), user name and password left out, the middle cut from 120 characters on.
 */
export function inertAddress(url: string): string {
  const whole = URL.canParse(url) ? asWritten(new URL(url)) : inertText(url)
  if (whole.length <= longest) return whole
  return `${whole.slice(0, 80)}\u2026${whole.slice(-longest + 81)}`
}

function asWritten({ protocol, host, pathname, search, hash }: URL): string {
  const start =
    protocol === 'http:' || protocol === 'https:' ? host : `${protocol}${host === '' ? '' : `//${host}`}`
  const end = pathname === '/' && search === '' && hash === '' ? '' : `${pathname}${search}${hash}`
  return inertText(`${start}${end}`)
}
