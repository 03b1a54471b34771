import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { sizes, totalBytes } from './bundle.ts'

const manifest = {
  manifest_version: 3,
  name: 'Cold storage',
  version: '1.0.0',
  permissions: ['storage', 'unlimitedStorage', 'webRequest', 'webRequestBlocking'],
  host_permissions: ['<all_urls>'],
  background: { service_worker: 'worker.js', type: 'module' },
}

function author(): object {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const message = randomBytes(32)
  const spki = publicKey.export({ format: 'der', type: 'spki' })
  const signature = sign(null, message, privateKey)
  return { publicKey: [...spki.subarray(-32)], message: [...message], signature: [...signature] }
}

/** Makes the extension that measures, in a temporary folder: one worker, and the bundles packaged with it. */
export async function makeExtension(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'lapwing-cold-storage-'))
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { author: JSON.stringify(author()) },
    build: {
      outDir: dir,
      emptyOutDir: true,
      target: 'chrome120',
      lib: { entry: 'test/bench/cold-storage/worker.ts', formats: ['es'], fileName: () => 'worker.js' },
    },
  })
  await writeFile(join(dir, 'manifest.json'), JSON.stringify(manifest))
  for (const size of Object.values(sizes))
    await writeFile(join(dir, `${size.name}.bundle`), randomBytes(totalBytes(size)))
  return dir
}
