import { setTimeout as wait } from 'node:timers/promises'

/**
 * Asks again until the answer is neither undefined nor false, and returns it. Throws with `what` was waited for after
 * `timeoutMs` (default 20 s); an answer that throws is thrown at once.
 */
export const until = async <T>(
  what: string,
  ask: () => Promise<T | undefined | false> | T | undefined | false,
  { timeoutMs = 20_000, everyMs = 25 }: { timeoutMs?: number; everyMs?: number } = {},
): Promise<T> => {
  const deadline = Date.now() + timeoutMs
  for (;;) {
    const answer = await ask()
    if (answer !== undefined && answer !== false) return answer
    if (Date.now() > deadline) throw new Error(`waited ${timeoutMs} ms in vain for ${what}`)
    await wait(everyMs)
  }
}
