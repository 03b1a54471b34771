import type { Vector } from './vector.ts'

const held = { held: true } as const
const shown = (name: string, page: (bad: string) => string, more: Partial<Vector> = {}): Vector => ({
  name,
  page: (bad) => `<!doctype html><meta charset="utf-8"><title>page</title>${page(bad)}`,
  how: 'open',
  ...held,
  ...more,
})
const scripted = (name: string, code: (bad: string) => string, more: Partial<Vector> = {}): Vector =>
  shown(name, (bad) => `<script type="module">${code(bad)}</script>`, more)
const clicked = (name: string, code: (bad: string) => string, more: Partial<Vector> = {}): Vector =>
  shown(
    name,
    (bad) => `<button id="go">go</button><script>go.onclick = async () => {${code(bad)}}</script>`,
    {
      how: 'click',
      ...more,
    },
  )

const frame = (bad: string): string => `<iframe src='//${bad}/'></iframe>`
const framed = (bad: string): string => JSON.stringify(`<iframe src="http://${bad}/"></iframe>`)

const navigations: readonly Vector[] = [
  scripted('redirect 302', () => `location = '/hop'`, {
    files: (bad) => ({ '/hop': { status: 302, headers: { location: `http://${bad}/` } } }),
  }),
  scripted('Refresh header', () => `location = '/hop'`, {
    files: (bad) => ({ '/hop': { headers: { refresh: `0; url=http://${bad}/` } } }),
  }),
  shown('meta refresh', (bad) => `<meta http-equiv="refresh" content="0; url=http://${bad}/">`),
  scripted('location.href', (bad) => `location.href = 'http://${bad}/'`),
  shown(
    'form POST',
    (bad) => `<form id="form" method="post" action="http://${bad}/"></form><script>form.submit()</script>`,
  ),
  clicked('window.open', (bad) => `open('http://${bad}/')`),
  clicked('window.open noopener', (bad) => `open('http://${bad}/', '_blank', 'noopener')`),
  shown('link to a new tab', (bad) => `<a id="go" target="_blank" href="http://${bad}/">go</a>`, {
    how: 'click',
  }),
  shown(
    'javascript: address',
    (bad) => `<a id="go" href="javascript:void(location='http://${bad}/')">go</a>`,
    {
      how: 'click',
    },
  ),
  scripted(
    'page in a file on the device',
    (bad) =>
      `document.body.append(Object.assign(document.createElement('iframe'), { src: 'http://${bad}/' }))`,
    { from: 'file' },
  ),
]

const frames: readonly Vector[] = [
  shown('iframe', frame),
  shown('iframe sandbox', (bad) => `<iframe sandbox="allow-scripts" src="//${bad}/"></iframe>`),
  shown('iframe credentialless', (bad) => `<iframe credentialless src="//${bad}/"></iframe>`, {
    from: 'https',
  }),
  shown('srcdoc with an iframe', (bad) => `<iframe srcdoc="${frame(bad)}"></iframe>`),
  shown(
    'data: iframe with an iframe',
    (bad) => `<iframe src="data:text/html,<iframe src='http://${bad}/'>"></iframe>`,
  ),
  scripted(
    'blob: iframe with an iframe',
    (bad) => `const blob = new Blob([${framed(bad)}], { type: 'text/html' })
      document.body.append(Object.assign(document.createElement('iframe'), { src: URL.createObjectURL(blob) }))`,
  ),
  clicked(
    'about:blank popup with an iframe',
    (bad) => `open('about:blank').document.body.innerHTML = ${framed(bad)}`,
  ),
  clicked(
    'picture-in-picture document with an iframe',
    (bad) => `const pip = await documentPictureInPicture.requestWindow()
      pip.document.body.innerHTML = '<iframe src="https://${bad}/"></iframe>'`,
    { from: 'https' },
  ),
  shown('object', (bad) => `<object data="http://${bad}/"></object>`),
  shown('embed', (bad) => `<embed src="http://${bad}/">`),
  {
    name: 'frameset',
    how: 'open',
    ...held,
    page: (bad) => `<frameset cols="*"><frame src="http://${bad}/"></frameset>`,
  },
  shown('SVG document with an iframe', () => '<iframe src="/drawing.svg"></iframe>', {
    files: (bad) => ({
      '/drawing.svg': {
        type: 'image/svg+xml',
        body:
          '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><foreignObject width="300" height="200">' +
          `<iframe xmlns="http://www.w3.org/1999/xhtml" src="http://${bad}/"></iframe></foreignObject></svg>`,
      },
    }),
  }),
]

const parts: readonly Vector[] = [
  shown('img', (bad) => `<img alt="" src="//${bad}/x.png">`),
  shown('script', (bad) => `<script src="//${bad}/x.js"></script>`),
  shown('stylesheet', (bad) => `<link rel="stylesheet" href="//${bad}/x.css">`),
  shown('video', (bad) => `<video preload="auto" src="//${bad}/x.mp4"></video>`),
  scripted('fetch cors', (bad) => `await fetch('//${bad}/x.txt')`),
  scripted('fetch no-cors', (bad) => `await fetch('//${bad}/x.txt', { mode: 'no-cors' })`),
  scripted(
    'XMLHttpRequest',
    (bad) => `const x = new XMLHttpRequest(); x.open('GET', '//${bad}/x.txt'); x.send()`,
  ),
  scripted('sendBeacon', (bad) => `navigator.sendBeacon('//${bad}/x.txt', 'x')`),
  scripted('EventSource', (bad) => `new EventSource('//${bad}/x.events')`),
  scripted('WebSocket', (bad) => `new WebSocket('ws://${bad}/')`),
  shown('link prefetch', (bad) => `<link rel="prefetch" href="//${bad}/x.txt">`),
  shown('link preload', (bad) => `<link rel="preload" as="image" href="//${bad}/x.png">`),
  shown('link ping', (bad) => `<a id="go" ping="//${bad}/x.txt" href="#there">go</a>`, { how: 'click' }),
]

const workerFile = (code: (bad: string) => string) => (bad: string) => ({
  '/worker.js': { type: 'text/javascript', body: code(bad) },
})
const speculation = (kind: 'prefetch' | 'prerender') => (bad: string) =>
  `<script type="speculationrules">{ "${kind}": [{ "urls": ["https://${bad}/"], "eagerness": "immediate" }] }</script>`

const workers: readonly Vector[] = [
  scripted('worker fetch', () => `new Worker('/worker.js')`, {
    files: workerFile((bad) => `fetch('http://${bad}/x.txt', { mode: 'no-cors' })`),
  }),
  scripted('worker importScripts', () => `new Worker('/worker.js')`, {
    files: workerFile((bad) => `importScripts('http://${bad}/x.js')`),
  }),
  scripted('SharedWorker fetch', () => `new SharedWorker('/worker.js')`, {
    files: workerFile((bad) => `fetch('http://${bad}/x.txt', { mode: 'no-cors' })`),
  }),
  scripted(
    "fetch by the site's own service worker",
    () => `await navigator.serviceWorker.register('/worker.js'); (await navigator.serviceWorker.ready)`,
    {
      from: 'https',
      files: workerFile(
        (bad) => `onactivate = (e) => e.waitUntil(fetch('https://${bad}/x.txt', { mode: 'no-cors' }))`,
      ),
    },
  ),
  shown('speculation rules: prefetch', speculation('prefetch'), { from: 'https' }),
  shown(
    'speculation rules: prerender, then go there',
    (bad) =>
      `${speculation('prerender')(bad)}<script>setTimeout(() => (location = 'https://${bad}/'), 800)</script>`,
    { from: 'https' },
  ),
]

/** Pages of a good site that lead, frame, load or call a blocked one. */
export const pageVectors: readonly Vector[] = [...navigations, ...frames, ...parts, ...workers]
