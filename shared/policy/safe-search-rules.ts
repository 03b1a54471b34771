import type { SearchSettings } from '../domain/search-settings.ts'
import { type NetworkRule, rulePriorities } from './rules.ts'
import { searchEngines, unfiltered, youTubeHosts } from './search-filters.ts'

/** None of these hosts is among those that are always shut, or this would go before a block. */
const priority = rulePriorities.safeSearch

const pages = ['main_frame', 'sub_frame']
const everyKind = [...pages, 'xmlhttprequest', 'script', 'image', 'media', 'object', 'ping', 'other']

const start = String.raw`^https?://([a-z0-9-]+\.)*`
const port = String.raw`\.?(:[0-9]+)?`

type RuleParts = Omit<NetworkRule, 'id' | 'priority'>

const redirect = (
  condition: RuleParts['condition'],
  transform: Extract<RuleParts['action'], { type: 'redirect' }>['redirect'],
): RuleParts => ({ action: { type: 'redirect', redirect: transform }, condition })

const pins: readonly RuleParts[] = searchEngines.flatMap(({ host, paths, asks, pin: [key, value] }) =>
  paths.map((path) =>
    redirect(
      {
        // Of the country's ending any letters will do: a parameter too many is no harm, and Safari knows no alternatives.
        regexFilter:
          `${start}${host.replace('<country>', '[a-z.]+')}${port}/${path}` +
          (asks === null ? String.raw`/?\?` : String.raw`\?(.*&)?${asks}=`),
        resourceTypes: [...pages, 'xmlhttprequest'],
      },
      { transform: { queryTransform: { addOrReplaceParams: [{ key, value }] } } },
    ),
  ),
)

const moves: readonly RuleParts[] = [
  ...unfiltered.hosts.map((host) => `^https?://${host.replaceAll('.', String.raw`\.`)}${port}/`),
  ...unfiltered.paths.map(
    (path) =>
      String.raw`^https?://(www\.)?` + `${unfiltered.instead.replaceAll('.', String.raw`\.`)}${port}/${path}`,
  ),
].map((regexFilter) =>
  redirect({ regexFilter, resourceTypes: pages }, { transform: { host: unfiltered.instead, path: '/' } }),
)

const restricted = (value: string): RuleParts => ({
  action: {
    type: 'modifyHeaders',
    requestHeaders: [{ header: 'YouTube-Restrict', operation: 'set', value }],
  },
  condition: { requestDomains: youTubeHosts, resourceTypes: everyKind },
})

const firstId = 100

/** Every id that `safeSearchRules` may give, so that "replace ours" removes exactly these. */
export const safeSearchRuleIds: readonly number[] = Array.from(
  { length: pins.length + moves.length + 1 },
  (_, index) => firstId + index,
)

/**
 * What `safely` does to addresses, and YouTube's Restricted Mode, as rules of the browser's own engine: for where no request can be held
 * (Safari, an extension that nobody manages); the restriction, which is a header, everywhere.
 */
export function safeSearchRules({ safeSearch, youTube }: SearchSettings): NetworkRule[] {
  const header = { strict: restricted('Strict'), moderate: restricted('Moderate'), off: null }[youTube]
  const all = [header, ...(safeSearch ? [...moves, ...pins] : [])]
  return all.flatMap((rule, index) => (rule === null ? [] : [{ id: firstId + index, priority, ...rule }]))
}
