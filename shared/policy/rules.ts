/**
 * One rule for the browser's own declarativeNetRequest engine, as plain data. It holds with a dead worker and fails closed.
 * Source: developer.chrome.com, chrome.declarativeNetRequest.
 */
export interface NetworkRule {
  readonly id: number
  readonly priority: number
  readonly action:
    | { readonly type: 'redirect'; readonly redirect: Redirect }
    | { readonly type: 'modifyHeaders'; readonly requestHeaders: HeaderChange[] }
    | { readonly type: 'block' | 'allow' }
  readonly condition: {
    readonly requestDomains?: string[]
    readonly regexFilter?: string
    readonly resourceTypes: string[]
  }
}

type Redirect = { readonly regexSubstitution: string } | { readonly extensionPath: string } | Transform

/** Replaces parts of the address; a parameter is added where it does not stand yet. */
interface Transform {
  readonly transform: {
    readonly host?: string
    readonly path?: string
    readonly queryTransform?: {
      readonly addOrReplaceParams: { readonly key: string; readonly value: string }[]
    }
  }
}

interface HeaderChange {
  readonly header: string
  readonly operation: 'set'
  readonly value: string
}

/** The ids that `ruleSets` gives, from the first on, so that "replace ours" removes exactly these. Those of safe search follow. */
export const networkRuleIds: readonly number[] = Array.from({ length: 99 }, (_, index) => 1 + index)

/**
 * The higher one wins. Hosts that are shut and safe ones below them take turns from `shut` upwards, as deep as names go. A school that opens
 * youtube.com means the restricted one, and nothing opens what is locked.
 */
export const rulePriorities = { shut: 1, opened: 500, safeSearch: 600, locked: 700 } as const
