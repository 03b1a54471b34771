import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import writeCrx from 'crx3'
import { listenOnLoopback } from './loopback.ts'

/** An extension as a school's browsers find it: an update manifest and a signed package on loopback. */
export interface ServedExtension {
  readonly id: string
  readonly updateUrl: string
  /** The version that browsers are offered now. */
  version(): string
  /** Offers a new version: of `dir` when given, else of the same files with the last part of the version raised. */
  publish(next?: { dir?: string; version?: string }): Promise<string>
  close(): Promise<void>
}

interface Manifest {
  version: string
  update_url?: string
  key?: string
}

/** Chromium's name for a key: the first 16 bytes of the SPKI's SHA-256, hex digits 0-f written as a-p. */
export const extensionId = (publicKey: KeyObject): string =>
  createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 32)
    .replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))

const raise = (version: string): string => {
  const parts = version.split('.').map(Number)
  return [...parts.slice(0, -1), (parts.at(-1) ?? 0) + 1].join('.')
}

/**
 * Packs an unpacked extension as CRX3; the folder itself is not touched. `version` replaces the manifest's. Chromium looks for
 * later versions where the manifest says, whatever the policy said about the first one.
 */
const pack = async (dir: string, keyPath: string, updateUrl: string, version: string | undefined) => {
  const work = await mkdtemp(join(tmpdir(), 'lapwing-pack-'))
  try {
    const files = join(work, 'files')
    await cp(dir, files, { recursive: true })
    const manifestPath = join(files, 'manifest.json')
    const manifest = JSON.parse(await readFile(manifestPath, 'utf8')) as Manifest
    manifest.version = version ?? manifest.version
    manifest.update_url = updateUrl
    delete manifest.key
    await writeFile(manifestPath, JSON.stringify(manifest))
    const crxPath = join(work, 'ext.crx')
    await writeCrx([files], { crxPath, keyPath })
    return { crx: await readFile(crxPath), version: manifest.version }
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/**
 * Packs `dir` (an unpacked build such as .output/chrome-mv3) and serves it on 127.0.0.1 until `close()`. The signing key is made
 * here and lives in a temporary folder, so every call has an id of its own and no private key is kept in the repository.
 */
export const serveExtension = async (dir: string): Promise<ServedExtension> => {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const keyDir = await mkdtemp(join(tmpdir(), 'lapwing-key-'))
  const keyPath = join(keyDir, 'test-key.pem')
  await writeFile(keyPath, keys.privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  const id = extensionId(keys.publicKey)

  let source = dir
  let offered = { crx: Buffer.alloc(0), version: '' }
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/ext.crx')) {
      response.setHeader('content-type', 'application/x-chrome-extension').end(offered.crx)
      return
    }
    const codebase = `http://${request.headers.host}/ext.crx?v=${offered.version}`
    response
      .setHeader('content-type', 'text/xml')
      .end(
        `<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0"><app appid="${id}">` +
          `<updatecheck codebase="${codebase}" version="${offered.version}"/></app></gupdate>`,
      )
  })
  const listening = await listenOnLoopback(server)
  const updateUrl = `http://127.0.0.1:${listening.port}/updates.xml`
  offered = await pack(source, keyPath, updateUrl, undefined)
  return {
    id,
    updateUrl,
    version: () => offered.version,
    publish: async (next = {}) => {
      source = next.dir ?? source
      offered = await pack(source, keyPath, updateUrl, next.version ?? raise(offered.version))
      return offered.version
    },
    close: async () => {
      await listening.close()
      await rm(keyDir, { recursive: true, force: true })
    },
  }
}
