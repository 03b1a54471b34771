/** An address as it may cross a border: at most 2,048 units. */
export const shortUrl = (url: string): string => url.slice(0, 2048)

/** A title as it may cross a border: at most 300 units; an empty one is none. */
export const shortTitle = (title: string | null): string | null =>
  title === null || title === '' ? null : title.slice(0, 300)
