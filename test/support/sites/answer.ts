/** What a site sends back; the status is 200 and the type HTML unless said otherwise. */
export interface Answer {
  readonly status?: number
  readonly type?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
  /** How long it keeps whoever asks waiting. */
  readonly delayMs?: number
}

/** The host that hears from every page and script whose code ran. */
export const witness = 'witness.test'

/** A document that tells the witness that it ran, in the name of `host`, wherever its markup ended up. */
export const tellingPage = (host: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${host}</title><h1>${host}</h1>` +
  `<p>This page is the content of ${host}.</p>` +
  `<script>fetch('https://${witness}/ran/${host}', { mode: 'no-cors', keepalive: true })</script></html>`

const pixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

const byEnding: Readonly<Record<string, (host: string) => Answer>> = {
  png: () => ({ type: 'image/gif', body: pixel }),
  css: () => ({ type: 'text/css', body: 'body { color: red }' }),
  js: (host) => ({
    type: 'text/javascript',
    body: `fetch('https://${witness}/ran/${host}', { mode: 'no-cors' })`,
  }),
  txt: (host) => ({ type: 'text/plain', body: host }),
  svg: () => ({ type: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' }),
  pdf: () => ({ type: 'application/pdf', body: '%PDF-1.4\n%%EOF' }),
  zip: () => ({
    type: 'application/zip',
    headers: { 'content-disposition': 'attachment; filename="file.zip"' },
    body: 'PK',
  }),
  mp4: () => ({ type: 'video/mp4', body: '' }),
  events: () => ({ type: 'text/event-stream', body: 'data: 1\n\n' }),
  ico: () => ({ status: 404 }),
}

/** By the path's ending a small file of that kind; else a page whose script tells the witness that it ran. */
export const defaultAnswer = (host: string, path: string): Answer => {
  const ending = /\.(\w+)(?:\?|$)/u.exec(path)?.[1] ?? ''
  return byEnding[ending]?.(host) ?? { body: tellingPage(host) }
}
