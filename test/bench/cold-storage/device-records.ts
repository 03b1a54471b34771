/** As many records as a device has, of about their sizes: 20 kB of policy and a key that cannot be taken out. */
export async function deviceRecords(): Promise<Map<string, unknown>> {
  const sites = Array.from({ length: 200 }, (_, at) => ({ site: `site-${at}.example`, effect: 'block' }))
  const table = Object.fromEntries(
    Array.from({ length: 40 }, (_, at) => [
      `category-${at}`,
      { lesson: 'block', schoolDay: 'block', outOfHours: 'coach', flag: 2, words: 'x'.repeat(200) },
    ]),
  )
  const key = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])
  const small = Array.from(
    { length: 12 },
    (_, at) => [`small-${at}`, { at, expiresAt: 1e12, list: [] }] as const,
  )
  return new Map<string, unknown>([['policy', { sites, table }], ['key', key], ...small])
}
