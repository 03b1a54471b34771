import { tellingPage } from './answer.ts'
import type { Vector } from './vector.ts'

const sameOrigin = 'the browser is asked for a good host; the blocked content comes with it'
const noRequest = 'the content is in the address itself; nothing is asked for'
const ownWorker = "the site's own service worker answers the navigation; request gates see nothing"

const relay = (bad: string) => ({ '/relay': { body: tellingPage(bad) } })

const relayed = (name: string, code: string, more: Partial<Vector> = {}): Vector => ({
  name,
  page: () =>
    `<!doctype html><meta charset="utf-8"><title>relay</title><button id="go">go</button>
    <script type="module">
      const read = async () => (await fetch('/relay')).text()
      const blob = async () => URL.createObjectURL(new Blob([await read()], { type: 'text/html' }))
      const frame = (set) => document.body.append(Object.assign(document.createElement('iframe'), set))
      ${code}
    </script>`,
  how: 'open',
  held: false,
  why: sameOrigin,
  files: relay,
  ...more,
})

const throughWorker = (name: string, answer: (bad: string) => string): Vector =>
  relayed(
    name,
    `await navigator.serviceWorker.register('/worker.js')
     await new Promise((go) => (navigator.serviceWorker.controller ? go() : (navigator.serviceWorker.oncontrollerchange = go)))
     location = '/made'`,
    {
      from: 'https',
      why: ownWorker,
      files: (bad) => ({
        ...relay(bad),
        '/worker.js': {
          type: 'text/javascript',
          body: `oninstall = () => skipWaiting()
            onactivate = (e) => e.waitUntil(clients.claim())
            onfetch = (e) => { if (e.request.url.endsWith('/made')) e.respondWith(${answer(bad)}) }`,
        },
      }),
    },
  )

/** Web proxies: the blocked content arrives under a good name. Only the navigation and page gates can hold these. */
export const relayVectors: readonly Vector[] = [
  throughWorker(
    'page made by a service worker',
    (bad) => `new Response(${JSON.stringify(tellingPage(bad)).replaceAll('</', String.raw`<\/`)},
      { headers: { 'content-type': 'text/html' } })`,
  ),
  throughWorker('page relayed by a service worker', () => `fetch('/relay')`),
  relayed('page relayed by a server', `location = '/relay'`),
  relayed(
    'relay, document.write',
    `const html = await read(); document.open(); document.write(html); document.close()`,
  ),
  relayed('relay, srcdoc', `frame({ srcdoc: await read() })`),
  relayed('relay, blob: iframe', `frame({ src: await blob() })`),
  relayed('relay, blob: page', `location = await blob()`),
  relayed('relay, data: iframe', `frame({ src: 'data:text/html,' + encodeURIComponent(await read()) })`),
  relayed(
    'relay, about:blank popup',
    `go.onclick = async () => { const w = open('about:blank'); w.document.write(await read()); w.document.close() }`,
    { how: 'click' },
  ),
  {
    name: 'data: page from the address bar',
    page: (bad) => `data:text/html,${encodeURIComponent(tellingPage(bad))}`,
    how: 'open',
    held: false,
    why: noRequest,
  },
]
