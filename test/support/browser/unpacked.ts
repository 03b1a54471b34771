import { generateKeyPairSync } from 'node:crypto'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extensionId, type ServedExtension } from '#extension/simulator/chromium/pack.ts'

/** An extension as somebody loads it who is no administrator: a folder, which no policy installed. */
export interface UnpackedExtension extends ServedExtension {
  readonly dir: string
}

/** Copies an unpacked build and gives the copy a key, so that its id is known before the browser starts. */
export async function unpackedExtension(source: string): Promise<UnpackedExtension> {
  const dir = await mkdtemp(join(tmpdir(), 'lapwing-unpacked-'))
  await cp(source, dir, { recursive: true })
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const path = join(dir, 'manifest.json')
  const manifest = JSON.parse(await readFile(path, 'utf8')) as { version: string; key?: string }
  manifest.key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  await writeFile(path, JSON.stringify(manifest))
  return {
    dir,
    id: extensionId(publicKey),
    updateUrl: '',
    version: () => manifest.version,
    publish: () => Promise.reject(new Error('nobody is offered updates of a folder')),
    close: () => rm(dir, { recursive: true, force: true }),
  }
}
