import { describe, expect, it } from 'vitest'
import { writeBundle } from '#shared/classify/url/bundle-writer.ts'
import { RuleTable } from '#shared/classify/url/rule-table.ts'
import { lapwing, makeFile } from './lapwing.ts'

const explain = async (...args: string[]) => {
  const { code, out, error } = await lapwing(['explain', '--json', ...args])
  expect([code, error]).toEqual([0, ''])
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}

describe('explain --json', () => {
  it('answers with what the device would do and why, in the order asked', async () => {
    const file = await makeFile('https://www.childline.org.uk/get-support/\n')
    const [gambling, support] = await explain('https://WWW.Bet365.com./x', '--file', file)
    expect(gambling).toEqual({
      url: 'https://WWW.Bet365.com./x',
      host: 'www.bet365.com',
      categories: ['gambling'],
      action: 'block',
      reason: 'category',
      category: 'gambling',
      flag: expect.any(Number),
      trace: [
        { from: 'starter 2', found: 'bet365.com is gambling' },
        { from: 'packaged policy', found: 'blocks gambling (school-day)' },
      ],
      micros: expect.any(Number),
    })
    expect(gambling.micros).toBeGreaterThan(0)
    expect(gambling.micros * 10).toBeCloseTo(Math.round(gambling.micros * 10), 6)
    expect(support).toMatchObject({ action: 'allow', reason: 'support', host: 'www.childline.org.uk' })
  })

  it('answers for the year group', async () => {
    const [year8] = await explain('https://www.instagram.com/')
    const [year12] = await explain('https://www.instagram.com/', '--year', '12')
    expect([year8.action, year12.action]).toEqual(['block', 'coach'])
  })

  it('answers for the period', async () => {
    const search = 'https://www.google.com/search?q=buy+a+zombie+knife'
    const [inSchool] = await explain(search)
    const [lesson] = await explain(search, '--period', 'lesson')
    const [evening] = await explain(search, '--period', 'out-of-hours')
    expect([inSchool, lesson, evening].map(({ flag }) => flag)).toEqual([3, 3, 0])
    expect(lesson.trace.at(-1).found).toBe('blocks weapons (lesson)')
  })

  it('reads a bare host as an address bar does, and lets through what leads nowhere', async () => {
    const lines = await explain('bet365.com', ' bet365.com:8443/x ', 'bet365', 'about:blank', 'http://', '')
    expect(lines.map(({ host, action }) => [host, action])).toEqual([
      ['bet365.com', 'block'],
      ['bet365.com', 'block'],
      ['', 'allow'],
      ['', 'allow'],
      ['', 'allow'],
      ['', 'allow'],
    ])
  })

  it('blocks what no gate of the device can look into', async () => {
    const [page] = await explain('data:text/html,<script>')
    expect(page).toMatchObject({ host: '', categories: ['proxy'], action: 'block' })
  })

  it("goes by a school's bundle beside the packaged lists", async () => {
    const bundle = await makeFile(ownBundle())
    const asked = ['https://wager.example/', 'https://bet365.com/']
    const without = await explain(...asked)
    const withIt = await explain(...asked, '--bundle', bundle)
    expect(without.map(({ action }) => action)).toEqual(['allow', 'block'])
    expect(withIt.map(({ action }) => action)).toEqual(['block', 'block'])
  })

  it('refuses a damaged bundle', async () => {
    const bytes = ownBundle()
    const last = bytes.length - 1
    bytes[last] = (bytes[last] ?? 0) ^ 1
    const file = await makeFile(bytes)
    const { code, out, error } = await lapwing(['explain', 'https://wager.example/', '--bundle', file])
    expect([code, out]).toEqual([1, ''])
    expect(error).toMatch(/: list bundle: .*damaged\n$/)
  })
})

/** A school's bundle with one site in it. */
function ownBundle(): Uint8Array {
  const rules = new RuleTable()
  rules.add('wager.example', 'gambling')
  const facts = { builtAt: 0, sources: [{ name: 'own', rules: 1 }] }
  return new Uint8Array(writeBundle({ name: 'own', version: '1', facts, rules, searchWords: {} }))
}

describe('explain for people', () => {
  it('gives each address a paragraph, with labels and reasons in words', async () => {
    const { out } = await lapwing(['explain', 'https://bet365.com/', 'https://nothing.example/', 'nowhere'])
    expect(out.split('\n\n').map((paragraph) => paragraph.split('\n'))).toEqual([
      [
        'https://bet365.com/',
        '  Blocked: Gambling.',
        '  bet365.com is gambling (starter 2)',
        '  blocks gambling (school-day) (packaged policy)',
      ],
      ['https://nothing.example/', '  Allowed.', '  No list knows it.'],
      ['nowhere', '  Allowed.', '  It is no web address.'],
      [''],
    ])
  })

  it('lets no address command the terminal or turn its text around', async () => {
    const file = await makeFile('https://a.example/\u001b[2J\u202Ecod.exe\n')
    const { out } = await lapwing(['explain', '--file', file])
    expect(out).toContain(String.raw`https://a.example/\u001b[2J\u202ecod.exe`)
    expect(out).not.toMatch(/[\u001b\u202e]/)
  })
})
