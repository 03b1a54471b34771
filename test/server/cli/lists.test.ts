import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { openFile, openWithDelta } from '#shared/classify/url/bundle-reader.ts'
import { bundleFile, listsKey, type Rules, signedFile } from '#test/support/list-bundles.ts'
import { lapwing } from './lapwing.ts'

const crowd: Rules = Array.from({ length: 5000 }, (_, index) => [`h${index}.test`, ['games']])
const older = signedFile(bundleFile([...crowd, ['a.test/path', ['drugs']]], { version: '1' }))
const newer = bundleFile([...crowd, ['bad.test', ['gambling', 'games']]], { version: '2' })

let folder = ''
const at = (name: string): string => join(folder, name)
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lapwing-lists-'))
  await writeFile(at('older'), new Uint8Array(older))
  await writeFile(at('newer'), new Uint8Array(newer))
})
afterAll(() => rm(folder, { recursive: true }))

describe('lists inspect', () => {
  it('says what a bundle is, by whom, and how many rules it has of what', async () => {
    const { code, out } = await lapwing(['lists', 'inspect', at('older'), '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      version: '1',
      kind: 'full',
      hosts: 5001,
      paths: 1,
      bytes: older.byteLength,
      signature: 'genuine',
      signedBy: listsKey,
      categories: { games: 5000, drugs: 1 },
    })
    expect((await lapwing(['lists', 'inspect', at('newer')])).out).toContain('not signed')
  })
})

describe('lists diff', () => {
  it('counts what changes and writes the delta', async () => {
    const { out } = await lapwing(['lists', 'diff', at('older'), at('newer'), '--out', at('delta'), '--json'])
    const told = JSON.parse(out)
    expect(told).toMatchObject({ from: 'lists 1', to: 'lists 2', added: 1, wholeBytes: newer.byteLength })
    expect(told.categories).toEqual({ drugs: [1, 0], gambling: [0, 1], games: [5000, 5001] })
    const delta = await readFile(at('delta'))
    expect(delta.length).toBe(told.bytes)
    const [base, changes] = [openFile(older), openFile(new Uint8Array(delta).buffer)]
    const both = base.ok && changes.ok ? openWithDelta(base.value, changes.value) : null
    expect(both?.ok && both.value.lookup({ host: 'bad.test', path: '/', query: '' })).toHaveLength(1)
    expect((await lapwing(['lists', 'inspect', at('delta')])).out).toContain('delta')
  })
})

test.each<[why: string, make: (file: Uint8Array) => Uint8Array | string, sentence: string]>([
  ['is cut short', (file) => file.subarray(0, -40), 'truncated'],
  ['has a bit turned over', (file) => file.with(file.length - 50, 1 ^ (file.at(-50) ?? 0)), 'damaged'],
  ['is signed wrongly', (file) => file.with(200, 1 ^ (file[200] ?? 0)), 'signature is not genuine'],
  ['is of another format', (file) => file.with(4, 9), 'format 9, this version reads 2'],
  ['is a web page', () => `<!doctype html>${'<p>Not found</p>'.repeat(50)}`, 'not a list bundle'],
  ['is empty', () => '', 'too short'],
])('a file that %s is refused by every command that reads one', async (_, make, sentence) => {
  await writeFile(at('bad'), make(new Uint8Array(older)))
  for (const args of [
    ['lists', 'inspect', at('bad')],
    ['lists', 'diff', at('older'), at('bad')],
    ['lists', 'diff', at('bad'), at('older')],
    ['explain', '--bundle', at('bad'), 'https://a.test'],
  ]) {
    const { code, out, error } = await lapwing(args)
    expect([code, out]).toEqual([1, ''])
    expect(error).toContain(`${at('bad')}: `)
    expect(error).toContain(sentence)
  }
})
