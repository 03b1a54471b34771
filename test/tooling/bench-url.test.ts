import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withSection } from '#test/bench/results.ts'
import { readArguments } from '#test/bench/url/arguments.ts'
import { compare, type Effort } from '#test/bench/url/compare.ts'
import type { Domains } from '#test/bench/url/contender.ts'
import { contenderNames, contenders } from '#test/bench/url/contenders.ts'
import { firstDomains, readDomains, writeDomains } from '#test/bench/url/domain-file.ts'
import { withMadeUp } from '#test/bench/url/made-up.ts'
import { mistakesOf } from '#test/bench/url/mistakes.ts'
import { questionsFor } from '#test/bench/url/questions.ts'
import { keepingTable } from '#test/bench/url/tables.ts'
import { readUniverse } from '#test/bench/url/universe.ts'

/** 2,000 hosts, some of them below others or crowded under one name, with four sets of categories. */
const made: Domains = {
  hosts: Array.from({ length: 2000 }, (_, index) => {
    if (index % 5 === 0) return `s${index}.crowded.test`
    return index % 7 === 0 ? `a.site-${index - 1}.example` : `site-${index}.example`
  }),
  sets: Uint16Array.from({ length: 2000 }, (_, index) => index % 4),
  categoriesOf: [['games'], ['games', 'gambling'], ['malware'], ['chat']],
}
const { asked, about } = questionsFor(
  {
    listed: new Set(made.hosts),
    listedHosts: made.hosts,
    heldOut: ['crowded.test', 'never.crowded.test', 'site-1.example.test'],
    popular: Array.from({ length: 300 }, (_, index) => `popular-${index}.test`),
    top: 100,
  },
  400,
)
const effort: Effort = { runs: 1, patienceMs: 1000, rounds: 2, limitMs: 20_000 }
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lapwing-bench-test-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('every contender', () => {
  const judges = contenderNames.filter((name) => name !== 'floor')

  test.each(judges)('%s knows what is listed and what is not', async (name) => {
    const contender = await contenders[name]()
    const file = join(folder, name)
    await writeFile(file, await contender.build(made))
    const opened = await contender.open(file)
    expect(mistakesOf(opened, asked)).toEqual({ falseYes: 0, falseNo: 0 })
  })

  test('is caught when it is wrong', () => {
    expect(mistakesOf({ has: () => true }, asked)).toEqual({ falseYes: asked.miss.length, falseNo: 0 })
    expect(mistakesOf({ has: () => false }, asked)).toEqual({ falseYes: 0, falseNo: asked.hit.length })
  })
})

test('questions are of their kind', () => {
  expect(asked.hit.every((host) => made.hosts.some((listed) => `.${host}`.endsWith(`.${listed}`)))).toBe(true)
  expect(asked.miss.some((host) => made.hosts.some((listed) => `.${host}`.endsWith(`.${listed}`)))).toBe(
    false,
  )
  expect(asked.miss.length).toBe(400)
  expect(about.meanLabels.mix).toBeGreaterThan(2.5)
})

test('processes of their own give all figures of a contender', async () => {
  const outcomes = await compare(['floor', 'lapwing'], made, asked, effort)
  const bytes = (await (await contenders.lapwing()).build(made)).length
  const measured = { median: expect.toSatisfy((nanos: number) => nanos > 0) }
  const kinds = { hit: measured, miss: measured, mix: measured }
  expect(outcomes).toMatchObject([
    { name: 'floor', nanos: { hot: kinds, cold: kinds } },
    {
      name: 'lapwing',
      bytes,
      mistakes: { falseYes: 0, falseNo: 0 },
      buildCpuMs: measured,
      loadCpuMs: measured,
      loadWallMs: measured,
      nanos: { hot: kinds, cold: kinds },
    },
  ])
  expect(outcomes.filter(({ failed }) => failed !== undefined)).toEqual([])
})

test('who does not answer in time is out, with the reason', async () => {
  const hurried = await compare(['js-map'], made, asked, { ...effort, limitMs: 1 })
  expect(hurried[0]?.failed).toContain('no answer within')
  expect(keepingTable(hurried, made.hosts.length)).toContain('no answer within')
})

test('domains come back from their file as they went', () => {
  const file = join(folder, 'domains.txt')
  const few = firstDomains(made, 100)
  writeDomains(file, few)
  expect(readDomains(file)).toEqual(few)
})

test('domains that the lists do not have are crossed from those that they have', () => {
  const { hosts, sets } = withMadeUp(made, 3000)
  expect(hosts.slice(0, made.hosts.length)).toEqual(made.hosts)
  expect(new Set(hosts).size).toBe(3000)
  expect(sets.length).toBe(3000)
  expect(withMadeUp(made, 3000)).toEqual({ hosts, sets, categoriesOf: made.categoriesOf })
})

test('a folder of lists gives its domains once, with all categories, and popular hosts by rank', async () => {
  const lists = join(folder, 'lists')
  const put = (name: string, lines: string[]): Promise<void> =>
    writeFile(join(lists, `${name}.txt.gz`), gzipSync(lines.join('\n')))
  await mkdir(join(lists, 'one'), { recursive: true })
  await mkdir(join(lists, 'popular'), { recursive: true })
  const map = { 'one/games': 'games', 'one/chat': 'chat' }
  await writeFile(join(folder, 'list-map.json'), JSON.stringify({ map }))
  await put('one/games', [
    '# games',
    'Play.example',
    'play.example',
    '192.0.2.7',
    'localhost',
    'both.example',
  ])
  await put('one/chat', ['both.example'])
  await put('popular/some-top100k', ['second.test', 'first.test'])
  await put('popular/some-top10k', ['first.test'])
  const universe = await readUniverse(folder)
  expect(universe.ok && universe.value.popular).toEqual(['first.test', 'second.test'])
  expect(universe.ok && universe.value.domains.hosts.toSorted()).toEqual(['both.example', 'play.example'])
  const both = universe.ok ? universe.value.domains.hosts.indexOf('both.example') : -1
  expect(universe.ok && universe.value.domains.categoriesOf[universe.value.domains.sets[both] ?? -1]).toEqual(
    expect.arrayContaining(['games', 'chat']),
  )
})

test('says what is missing and what it can be asked', async () => {
  const nowhere = await readUniverse(join(folder, 'nowhere'))
  expect(!nowhere.ok && nowhere.error).toContain('list-map.json')
  expect(() => readArguments(['--only', 'nobody'])).toThrow('--only')
  expect(() => readArguments(['--sizes', 'many'])).toThrow('--sizes')
  expect(readArguments(['--only', 'js-map', '--sizes', '0.1,1'])).toEqual({
    data: '../shared/data',
    sizes: [100_000, 1_000_000],
    names: ['floor', 'js-map'],
  })
})

test('a section of the results is replaced and its neighbours stay', () => {
  const once = withSection(withSection('# Results\n', 'one', 'old'), 'two', 'other')
  const twice = withSection(once, 'one', 'new')
  expect(twice).toBe(once.replace('old', 'new'))
  expect(twice).toContain('other')
})
