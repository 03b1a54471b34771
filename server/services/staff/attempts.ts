import type { EpochMs } from '#shared/base/fields.ts'

const windowMs = 15 * 60_000
const mostTries = 8
const mostAccounts = 10_000

/** Counts failed sign-ins by account, never by address: a whole school is one address. In memory; a restart forgives. */
export function createAttempts() {
  const tries = new Map<string, { count: number; since: EpochMs }>()
  const current = (account: string, now: EpochMs) => {
    const known = tries.get(account)
    return known !== undefined && now - known.since < windowMs ? known : null
  }
  return {
    /** How long this account has to wait, 0 when it may try. */
    waitMs(account: string, now: EpochMs): number {
      const known = current(account, now)
      return known !== null && known.count >= mostTries ? known.since + windowMs - now : 0
    },
    /** Counted before the password is looked at, so that many tries at once are all seen. */
    begin(account: string, now: EpochMs): void {
      const known = current(account, now)
      if (tries.size >= mostAccounts) tries.delete(tries.keys().next().value ?? '')
      tries.set(account, known === null ? { count: 1, since: now } : { ...known, count: known.count + 1 })
    },
    succeed(account: string): void {
      tries.delete(account)
    },
  }
}
