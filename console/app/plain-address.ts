const hidden = /[\u0000-\u001f\u007f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu

/** An address as inert text: what would reorder or hide letters is spelled out as its code point, so that it can't pass for another. */
export const plainAddress = (url: string): string =>
  url.replace(hidden, (letter) => `\\u{${(letter.codePointAt(0) ?? 0).toString(16)}}`)
