import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { Hono } from 'hono'
import type { HttpEnv } from './context.ts'
import { open } from './decided.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

const notBuilt = `<!doctype html><html lang="en-GB"><title>Lapwing</title><h1>The console has not been built</h1>
<p>Run <code>npm run build</code>, then start the server again.</p></html>`

interface ConsoleFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly headers: Record<string, string>
}

/** Every file under `dir` by its URL path. A fixed map: nothing a request says ever reaches the file system. */
function readConsole(dir: string): Map<string, ConsoleFile> {
  const files = new Map<string, ConsoleFile>()
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)]
    if (!entry.isFile() || type === undefined) continue
    const file = join(entry.parentPath, entry.name)
    const path = `/${relative(dir, file).split(sep).join('/')}`
    const hashed = path.startsWith('/assets/')
    const cache = hashed ? 'public, max-age=31536000, immutable' : 'no-cache'
    files.set(path, {
      bytes: new Uint8Array(readFileSync(file)),
      headers: { 'content-type': type, 'cache-control': cache },
    })
  }
  return files
}

/** The console's built files, read once; any other path is the console's own to show. */
export function consoleFiles(dir: string): Hono<HttpEnv> {
  let files = new Map<string, ConsoleFile>()
  try {
    files = readConsole(dir)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
  return new Hono<HttpEnv>().get('*', open, (c) => {
    const asset = files.get(c.req.path)
    if (asset === undefined && /^\/(api|device|console|assets)\//.test(c.req.path)) {
      return c.json(
        { code: 'not-found', message: 'There is nothing here.', requestId: c.get('requestId') },
        404,
      )
    }
    const file = asset ?? files.get('/index.html')
    return file === undefined ? c.html(notBuilt, 503) : c.body(file.bytes, 200, file.headers)
  })
}
