/** What a browser's own engine takes from one extension. */
export interface RuleLimits {
  /** Host names in all rules together, our other rules included. */
  readonly hosts: number
  /** Host names in one rule. */
  readonly hostsPerRule: number
  /** How a page becomes our block page: with its address in the fragment, or without (the navigation gate knows it). */
  readonly redirect: 'with-address' | 'plain'
  /** Whether rules about hosts reach more than the page that fills a tab. */
  readonly parts: boolean
}

/**
 * Chromium counts rules (30,000 dynamic ones, 5,000 of them "unsafe", 1,000 with an expression), not the names in them; a million names
 * cost about 75 MB of the profile, 32 of them in memory. Source: developer.chrome.com, chrome.declarativeNetRequest; measured with `npm run bench -- rules`.
 *
 * WebKit makes `if-domain` of `requestDomains`, which is about the page in the tab, not about the request, and of a rule with excluded names
 * it forgets those. It refuses 150,000 names and more in all rules together (w3c/webextensions issue 319) and takes long over large
 * rules; a redirect to an extension's page has to name its path (w3c/webextensions issue 381).
 * Source: WebKit, _WKWebExtensionDeclarativeNetRequestRule.mm.
 */
export const ruleLimits = {
  chromium: { hosts: 1_000_000, hostsPerRule: 1_000_000, redirect: 'with-address', parts: true },
  safari: { hosts: 140_000, hostsPerRule: 10_000, redirect: 'plain', parts: false },
} as const satisfies Record<string, RuleLimits>
