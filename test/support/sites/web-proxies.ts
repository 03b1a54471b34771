import type { Answer } from './answer.ts'

/** A site in the shape of a web proxy, or of one that only looks a little like it. Our own small code, none of theirs. */
export interface ProxyShape {
  readonly name: string
  /** Answers by path; what is not here is answered by default. */
  readonly files: Readonly<Record<string, Answer>>
  /** Where a pupil begins. */
  readonly start: string
}

const page = (head: string, body = ''): Answer => ({
  body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Maths help</title>${head}</head><body><h1>Maths help</h1>${body}</body></html>`,
})
const script = (body: string): Answer => ({ type: 'text/javascript', body })

/** Takes the pupil to `to` once the worker runs. */
const throughWorker = (file: string, scope: string, to: string): string =>
  `<script type="module">
    const made = await navigator.serviceWorker.register(${JSON.stringify(file)}, { scope: ${JSON.stringify(scope)} })
    const starting = made.installing ?? made.waiting
    if (starting !== null) await new Promise((go) => (starting.onstatechange = () => starting.state === 'activated' && go()))
    location.href = ${JSON.stringify(to)}
  </script>`

/** A worker that makes every page of its scope by itself, after `begins`. */
const workerThatMakes = (html: string, begins = ''): Answer => ({
  type: 'text/javascript',
  headers: { 'service-worker-allowed': '/' },
  body: `${begins}
    oninstall = () => skipWaiting()
    onactivate = (event) => event.waitUntil(clients.claim())
    onfetch = (event) => {
      if (event.request.mode === 'navigate')
        event.respondWith(new Response(${JSON.stringify(html).replaceAll('</', String.raw`<\/`)}, { headers: { 'content-type': 'text/html' } }))
    }`,
})

const rewritten = (head: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>bad.test</title>${head}</head><body><h1>bad.test</h1>${body}</body></html>`

/** Whatever their files are called: what is left is what they do to a page, or make global in it. */
export const proxyShapes: readonly ProxyShape[] = [
  {
    name: 'Ultraviolet, files named as published',
    start: '/',
    files: {
      '/': page('<script src="/uv/uv.bundle.js"></script><script src="/uv/uv.config.js"></script>'),
      '/uv/uv.bundle.js': script('self.Ultraviolet = class {}'),
      '/uv/uv.config.js': script(`self.__uv$config = { prefix: '/uv/service/' }`),
    },
  },
  {
    name: 'Ultraviolet, all files renamed, its page made by the worker',
    start: '/',
    files: {
      '/': page(throughWorker('/a/w.js', '/a/s/', '/a/s/page')),
      '/a/w.js': workerThatMakes(
        rewritten(
          '<script __uv-script="1">self.__uv$cookies = ""</script>',
          '<a href="/a/s/x" __uv-attr-href="https://bad.test/x">x</a>',
        ),
      ),
    },
  },
  {
    name: 'Ultraviolet, bundled, nothing of it in the front page but globals',
    start: '/',
    files: {
      '/': page(
        `<script src="/app.js"></script><script>navigator.serviceWorker.register('/w.js', { scope: '/s/' })</script>`,
      ),
      '/app.js': script(`self.__uv$config = { prefix: '/s/' }`),
      '/w.js': workerThatMakes('x'),
    },
  },
  {
    name: 'Scramjet, files named as published',
    start: '/',
    files: {
      '/': page('<script src="/scram/scramjet.all.js" defer></script>'),
      '/scram/scramjet.all.js': script('self.$scramjetLoadController = () => ({})'),
    },
  },
  {
    name: 'Scramjet, all files renamed, its page made by the worker',
    start: '/',
    files: {
      '/': page(throughWorker('/w.js', '/s/', '/s/page')),
      '/w.js': workerThatMakes(
        rewritten('', '<img alt="" src="/s/x.png" scramjet-attr-src="https://bad.test/x.png">'),
      ),
    },
  },
  {
    name: 'Scramjet, its transport fetched by a bundle',
    start: '/',
    files: {
      '/': page('<script type="module">import("/baremux/worker.js")</script>'),
      '/baremux/worker.js': script('export default 1'),
    },
  },
  {
    name: 'Rammerhead, its page rewritten by the server',
    start: '/session/page',
    files: {
      '/session/page': {
        body: rewritten(
          '<script>/*hammerhead|script|start*/ self.location0 = 1 /*hammerhead|script|end*/</script>',
          '<img alt="" src="/session/x.png" src-hammerhead-stored-value="https://bad.test/x.png">',
        ),
      },
    },
  },
  {
    name: 'CroxyProxy, its page rewritten by the server',
    start: '/page',
    files: {
      '/page': { body: rewritten('', '<a href="/x" __cporiginalvalueofhref="https://bad.test/x">x</a>') },
    },
  },
]

const code =
  'self.__uv$config = { bundle: "/uv/uv.bundle.js" }; $scramjetLoadController(); new BareMux.BareMuxConnection("/baremux/worker.js")'
const shown = code.replaceAll('<', '&lt;')

/** Sites that must stay open. */
export const innocentShapes: readonly ProxyShape[] = [
  {
    name: 'an article about web proxies',
    start: '/blog/how-ultraviolet-works',
    files: {
      '/blog/how-ultraviolet-works': page(
        `<script type="application/json">${JSON.stringify({ code })}</script>
         <script>(self.pushed ??= []).push(${JSON.stringify(`1:${code}`)})</script>`,
        `<p>Ultraviolet, Scramjet and Rammerhead rewrite a page with <code>__uv-attr-href</code>.</p><pre>${shown}</pre>
         <a href="/uv/uv.bundle.js">uv.bundle.js</a><p id="__uv">one</p><p id="BareMux">two</p><p id="$scramjetLoadController">three</p>`,
      ),
    },
  },
  {
    name: 'an app with a worker of its own, under /service/',
    start: '/service/',
    files: {
      '/service/': page(
        `<script>navigator.serviceWorker.register('/service/sw.js', { scope: '/service/' })</script>`,
      ),
      '/service/sw.js': script('onfetch = () => undefined'),
    },
  },
  {
    name: 'the UV index of a weather service',
    start: '/uv/',
    files: {
      '/uv/': page(
        `<script src="/uv/uv.js"></script><script>navigator.serviceWorker.register('/uv/sw.js', { scope: '/uv/' })</script>`,
      ),
      '/uv/uv.js': script('self.uvIndex = 3'),
      '/uv/sw.js': script('onfetch = () => undefined'),
    },
  },
]
