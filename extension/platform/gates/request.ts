import type { Device } from '#extension/background/ports.ts'
import { blockPageFor, isOurs } from '../block-page.ts'
import { browser } from '../browser.ts'
import { holdsPromises } from '../holding.ts'

type Details = Parameters<Parameters<typeof browser.webRequest.onBeforeRequest.addListener>[0]>[0]
type BlockingAnswer = { readonly cancel?: boolean; readonly redirectUrl?: string }

const pass: BlockingAnswer = {}

/**
 * The request gate: nothing leaves the browser before it is judged. Blocking answers are honoured only where policy installed the
 * extension; elsewhere the other gates stand alone.
 * @param seen told of each page that this gate let through or stopped, so that the navigation gate knows what it never saw
 */
export function guardRequests(device: Device, seen: (tabId: number, url: string) => void): void {
  browser.webRequest.onBeforeRequest.addListener(
    (details) => {
      try {
        if (isOwn(details)) return pass
        if (details.type === 'main_frame') seen(details.tabId, details.url)
        if (device.isReady(details.url)) return answer(device, details)
        if (!holdsPromises()) return shut(details)
        const heldSince = performance.now()
        // A listener that throws lets the request through, and so does a promise that rejects.
        return device
          .readyInTime(details.url)
          .then(() => answer(device, details))
          .finally(() => noteHeld(heldSince))
          .catch(() => shut(details))
      } catch {
        return shut(details)
      }
    },
    { urls: ['<all_urls>'] },
    ['blocking'],
  )
}

/** How long the last request was held, where the browser's own tools and our benchmark find it: in milliseconds since the worker began. */
function noteHeld(since: number): void {
  performance.clearMeasures(heldRequest)
  performance.measure(heldRequest, { start: since })
}
const heldRequest = 'held request'

/** Our own pages, and what our own worker and pages ask for: the school's server must stay reachable. */
function isOwn(details: Details): boolean {
  const initiator =
    'initiator' in details && typeof details.initiator === 'string' ? details.initiator : undefined
  return isOurs(details.url) || (initiator !== undefined && isOurs(`${initiator}/`))
}

function answer(device: Device, details: Details): BlockingAnswer {
  const { type, url, tabId } = details
  const kind =
    type === 'main_frame' ? 'page' : type === 'sub_frame' || type === 'object' ? 'frame' : 'resource'
  const { decision } = device.judge({ url, kind, tabId, cause: isPrerender(details) ? 'unasked' : 'asked' })
  return decision.action === 'allow' ? safer(device, details) : shut(details)
}

/** What shows or fetches results of a search: pictures and scripts carry no search that could be made a safe one. */
const searches = new Set<Details['type']>(['main_frame', 'sub_frame', 'xmlhttprequest'])

function safer(device: Device, { type, url }: Details): BlockingAnswer {
  const redirectUrl = searches.has(type) ? device.safely(url) : null
  return redirectUrl === null ? pass : { redirectUrl }
}

/** Nobody looks at a prerendered page yet: whoever opens it is seen by the navigation gate. */
const isPrerender = (details: Details): boolean =>
  'documentLifecycle' in details && details.documentLifecycle === 'prerender'

/** A page goes to our block page; a part of a page gets nothing, since our pages cannot be loaded into frames. */
const shut = ({ type, url }: Details): BlockingAnswer =>
  type === 'main_frame' ? { redirectUrl: blockPageFor(url) } : { cancel: true }
