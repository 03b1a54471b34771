/** Why each permission is asked for. A new one needs a sentence here before the manifest test lets it in. */
const EVERYWHERE = {
  storage: 'the policy, the enrolment and the managed configuration live in it',
  unlimitedStorage: 'the outbox keeps every flag until the school has it, also over weeks offline',
  alarms: 'wakes the worker to reconnect and to end what has expired',
  tabs: 'a block, a lock and a granted request act on the tab they belong to',
  scripting: 'puts the guard into pages that were open before the extension was installed',
  webNavigation: 'the navigation gate: pages that come without a request',
  declarativeNetRequest: 'holds the gravest hosts without any script of ours running',
}

const CHROMIUM = {
  webRequest: 'the request gate sees every request before it leaves',
  webRequestBlocking: 'lets that gate answer; granted to extensions a school installs by policy',
  browsingData: 'removes the service workers of sites that became blocked',
  idle: 'a teacher sees that a pupil is away from the device',
  offscreen: 'the image model runs in a document of its own, not in the worker that every request waits for',
}

const SAFARI = {
  nativeMessaging: 'the managed configuration comes from the app around the extension',
  declarativeNetRequestWithHostAccess:
    'safe search: without it Safari leaves rules aside that rewrite an address or a header',
}

/** The permissions of each build and the reason for each. */
export const PERMISSIONS: Record<'chrome' | 'edge' | 'safari', Record<string, string>> = {
  chrome: { ...EVERYWHERE, ...CHROMIUM },
  edge: { ...EVERYWHERE, ...CHROMIUM },
  safari: { ...EVERYWHERE, ...SAFARI },
}
