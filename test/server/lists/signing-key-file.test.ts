import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { writeNew } from '#server/services/lists/list-folder.ts'

async function emptyFolder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'lapwing-list-folder-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  return dir
}

it('writes a new file once, whoever comes first, and leaves nothing beside it', async () => {
  const dir = await emptyFolder()
  const file = join(dir, 'signing-key.pem')
  const texts = Array.from({ length: 8 }, (_, at) => `key ${at}`)
  // Each reads right after its own write: whoever came first must be there, whole.
  const read = await Promise.all(texts.map((text) => writeNew(file, text).then(() => readFile(file, 'utf8'))))
  expect(texts).toContain(read[0])
  expect(new Set(read).size).toBe(1)
  expect(await readdir(dir)).toEqual(['signing-key.pem'])
  expect((await stat(file)).mode & 0o777).toBe(0o600)
})

it('is never there in part, whenever somebody looks', async () => {
  const file = join(await emptyFolder(), 'signing-key.pem')
  const bytes = Buffer.alloc(32_000_000, 'k')
  let isWritten = false
  const writing = writeNew(file, bytes).then(() => (isWritten = true))
  const sizes = new Set<number>()
  while (!isWritten) {
    const found = await stat(file).catch(() => null)
    if (found !== null) sizes.add(found.size)
  }
  await writing
  sizes.add((await stat(file)).size)
  expect([...sizes]).toEqual([bytes.length])
})
