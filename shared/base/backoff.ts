/** Settings of a retry: the first delay and the longest one, both in milliseconds. */
export interface Backoff {
  readonly firstMs: number
  readonly longestMs: number
}

/**
 * Full-jitter exponential backoff: uniform in [0, min(longest, first x 2^attempt)].
 * Source: M. Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.
 * @param attempt 0 for the first retry
 * @param random uniform in [0, 1)
 */
export function retryDelayMs(attempt: number, { firstMs, longestMs }: Backoff, random: () => number): number {
  const ceiling = Math.min(longestMs, firstMs * 2 ** Math.min(attempt, 30))
  return Math.floor(random() * ceiling)
}
