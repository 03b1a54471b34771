/**
 * One rule for the browser's own declarativeNetRequest engine, as plain data. It holds with a dead worker and fails closed.
 * Source: developer.chrome.com, chrome.declarativeNetRequest.
 */
export interface NetworkRule {
  readonly id: number
  readonly priority: number
  readonly action:
    | { readonly type: 'redirect'; readonly redirect: { readonly regexSubstitution: string } | Transform }
    | { readonly type: 'modifyHeaders'; readonly requestHeaders: HeaderChange[] }
    | { readonly type: 'block' | 'allow' }
  readonly condition: {
    readonly requestDomains?: string[]
    readonly regexFilter?: string
    readonly resourceTypes: string[]
  }
}

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

/** The ids this compiler uses, so that "replace ours" removes exactly these. */
export const networkRuleIds = { redirect: 1, block: 2, allow: 3 } as const

/** Every type but the document itself; frames and objects get no block page, only nothing. */
const parts = [
  'sub_frame',
  'stylesheet',
  'script',
  'image',
  'font',
  'object',
  'xmlhttprequest',
  'ping',
  'csp_report',
  'media',
  'websocket',
  'webtransport',
  'webbundle',
  'other',
]

/**
 * Compiles hosts that must stay shut whatever happens to the worker: pages go to the block page with their address in its
 * fragment, everything else is blocked. `opened` hosts (the school's own allow rules) come first.
 * @param blockPageUrl the extension's block page, without a fragment
 */
export function networkRules(
  shut: readonly string[],
  opened: readonly string[],
  blockPageUrl: string,
): NetworkRule[] {
  const rules: NetworkRule[] = []
  if (shut.length > 0) {
    const requestDomains = [...new Set(shut)].toSorted()
    rules.push(
      {
        id: networkRuleIds.redirect,
        priority: 1,
        action: { type: 'redirect', redirect: { regexSubstitution: `${blockPageUrl}#\\0` } },
        condition: { requestDomains, regexFilter: '^https?://.*', resourceTypes: ['main_frame'] },
      },
      {
        id: networkRuleIds.block,
        priority: 1,
        action: { type: 'block' },
        condition: { requestDomains, resourceTypes: parts },
      },
    )
  }
  if (opened.length > 0) {
    rules.push({
      id: networkRuleIds.allow,
      priority: 2,
      action: { type: 'allow' },
      condition: { requestDomains: [...new Set(opened)].toSorted(), resourceTypes: ['main_frame', ...parts] },
    })
  }
  return rules
}
