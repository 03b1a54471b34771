import { FiltersEngine, Request } from '@ghostery/adblocker'
import type { Contender } from '../contender.ts'
import { readWhole } from '../whole-file.ts'

/** Ghostery's filter engine with a filter `||host^` for each domain; it takes whole addresses and says yes or no. */
export const ghostery: Contender = {
  says: 'yes/no',
  build: ({ hosts }) =>
    FiltersEngine.parse(hosts.map((host) => `||${host}^`).join('\n'), {
      loadCosmeticFilters: false,
    }).serialize(),
  open(file) {
    const engine = FiltersEngine.deserialize(readWhole(file))
    const sourceUrl = 'https://school.test/'
    return {
      has(host) {
        const request = Request.fromRawDetails({ type: 'script', url: `https://${host}/`, sourceUrl })
        return engine.match(request).match
      },
    }
  },
}
