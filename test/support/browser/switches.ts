/** Where the browser finds the test sites: two loopback ports and the key of their certificate. */
export interface SitePorts {
  readonly httpPort: number
  readonly httpsPort: number
  /** Base64 SHA-256 of the certificate's public key. */
  readonly spki: string
}

/** Host names that belong to a server of the test's own: `{ 'school.test': '127.0.0.1:8787' }`. */
export type HostMap = Readonly<Record<string, string>>

// Rules are tried in order. 127.0.0.1 stays itself: the extension's own package and the server under test are there.
const resolverRules = (sites: SitePorts | undefined, hosts: HostMap): string => {
  const chosen = Object.entries(hosts).map(([host, place]) => `MAP ${host} ${place}`)
  const others =
    sites === undefined
      ? ['MAP * ~NOTFOUND']
      : [`MAP *:443 127.0.0.1:${sites.httpsPort}`, `MAP * 127.0.0.1:${sites.httpPort}`]
  return [...chosen, ...others, 'EXCLUDE 127.0.0.1', 'EXCLUDE localhost'].join(', ')
}

/** Switches of every browser that tests start: nothing it asks for leaves the machine, and nothing it draws needs a GPU. */
export const commonSwitches = (sites: SitePorts | undefined, hosts: HostMap): string[] => [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-sync',
  '--no-proxy-server',
  `--host-resolver-rules=${resolverRules(sites, hosts)}`,
  ...(sites === undefined ? [] : [`--ignore-certificate-errors-spki-list=${sites.spki}`]),
]

/**
 * What Playwright adds for itself and a browser without Playwright needs too. Local network checks are off because the sites
 * of a test stand for the public web, although they are on loopback.
 */
export const bareSwitches: readonly string[] = [
  '--no-default-browser-check',
  '--disable-search-engine-choice-screen',
  '--disable-popup-blocking',
  '--disable-component-update',
  '--disable-breakpad',
  '--noerrdialogs',
  '--password-store=basic',
  '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,Translate,OptimizationHints,MediaRouter,LocalNetworkAccessChecks',
]

/** Playwright's switches that would silently prevent an installation by policy, or change what a pupil's browser does. */
export const unwantedPlaywrightSwitches: readonly string[] = [
  '--headless',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-extensions-with-background-pages',
  '--disable-back-forward-cache',
  '--enable-unsafe-swiftshader',
]
