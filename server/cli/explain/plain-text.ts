/** Some readers end a line at these as well; inside a JSON string they may stand escaped. */
const otherLineEnds = /[\u0085\u2028\u2029]/g

/** A value as one line of JSON, with its line feed. */
export const jsonLine = (value: object): string =>
  `${JSON.stringify(value).replace(otherLineEnds, escaped)}\n`

/** A heading with its lines below it, and an empty line behind. */
export const paragraph = (heading: string, lines: readonly string[]): string =>
  `${[visible(heading), ...lines.map((line) => `  ${visible(line)}`)].join('\n')}\n\n`

/** Control and formatting characters are spelled out: what is asked must not command the terminal, nor turn its own text around. */
const visible = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escaped)

const escaped = (character: string): string =>
  `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`
