import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { Duplex } from 'node:stream'
import { listenOnLoopback } from '#extension/simulator/chromium/loopback.ts'
import type { SitePorts } from '../browser/switches.ts'
import { defaultAnswer, type Answer } from './answer.ts'
import { makeCertificate } from './certificate.ts'

/** One request that arrived. */
export interface Hit {
  /** As asked for: lower case, without port and trailing dot; IPv6 in brackets. */
  readonly host: string
  /** With the query. */
  readonly path: string
  readonly method: string
  /** 'websocket' for a request to open one. */
  readonly upgrade?: string
  readonly secure: boolean
  readonly headers: IncomingHttpHeaders
}

/** What a host answers to one path; undefined leaves the path to the default answer. */
export type Site = (path: string, method: string) => Answer | undefined

/** Every host name there is, on loopback, over http and https, with a record of who was asked for what. */
export interface SiteServer extends SitePorts {
  /** Requests to this host and its subdomains since the start or the last `clear`; all of them without a host. */
  hits(host?: string): readonly Hit[]
  clear(): void
  /** From now on this host (not its subdomains) answers so. */
  serve(host: string, site: Site): void
  close(): Promise<void>
}

const hostOf = (request: IncomingMessage): string =>
  (request.headers.host ?? '').toLowerCase().replace(/:\d+$/u, '').replace(/\.$/u, '')

/** Starts the sites on free ports. A host that nothing was served for answers every path: see `defaultAnswer`. */
export const startSites = async (): Promise<SiteServer> => {
  const certificate = await makeCertificate()
  const sites = new Map<string, Site>()
  let seen: Hit[] = []

  const record = (request: IncomingMessage, secure: boolean): Hit => {
    const { upgrade } = request.headers
    const hit: Hit = {
      host: hostOf(request),
      path: request.url ?? '/',
      method: request.method ?? 'GET',
      secure,
      headers: request.headers,
      ...(upgrade === undefined ? {} : { upgrade }),
    }
    seen.push(hit)
    return hit
  }
  const answer = (hit: Hit, request: IncomingMessage, response: ServerResponse): void => {
    request.resume()
    const {
      status = 200,
      type = 'text/html; charset=utf-8',
      headers = {},
      body = '',
      delayMs = 0,
    } = sites.get(hit.host)?.(hit.path, hit.method) ?? defaultAnswer(hit.host, hit.path)
    const send = () =>
      response
        .writeHead(status, {
          'content-type': type,
          'access-control-allow-origin': '*',
          'cache-control': 'no-store',
          ...headers,
        })
        .end(body)
    if (delayMs === 0) send()
    else setTimeout(send, delayMs)
  }
  const listen = (secure: boolean) => {
    const server = secure ? createSecureServer(certificate) : createServer()
    server.on('request', (request: IncomingMessage, response: ServerResponse) =>
      answer(record(request, secure), request, response),
    )
    server.on('upgrade', (request: IncomingMessage, socket: Duplex) => {
      record(request, secure)
      socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n')
    })
    return listenOnLoopback(server)
  }
  const [http, https] = await Promise.all([listen(false), listen(true)])

  return {
    httpPort: http.port,
    httpsPort: https.port,
    spki: certificate.spki,
    hits: (host) =>
      host === undefined ? seen : seen.filter((hit) => hit.host === host || hit.host.endsWith(`.${host}`)),
    clear: () => {
      seen = []
    },
    serve: (host, site) => void sites.set(host, site),
    close: async () => {
      await Promise.all([http.close(), https.close()])
    },
  }
}
