import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { baselinePolicy } from '#shared/policy/baseline.ts'
import { longestAskedText, type WhyAnswer, type WhyQuestion } from '#shared/protocol/why.ts'
import { bundleFile } from '#test/support/list-bundles.ts'
import { putFile, type RunningServer, runServer } from '#test/support/running-server.ts'

let running: RunningServer

beforeAll(async () => {
  running = await runServer()
  const rules = [
    ['wager.test', ['gambling']],
    ...Array.from({ length: 5000 }, (_, each) => [`host-${each}.test`, ['games']] as const),
  ] as const
  const bytes = new Uint8Array(bundleFile(rules, { name: 'ours', version: '1' }))
  const installed = await putFile(running.origin, running.cookieOf('ict'), '/lists', bytes)
  if (installed.status !== 200) throw new Error(JSON.stringify(installed.body))
  const policy = {
    ...baselinePolicy,
    sites: [{ site: 'news.test/sport', effect: 'block', bands: [], why: 'No sport' }],
  }
  await running.as('dsl')('PUT', '/policy', { policy, basedOn: 1 })
})
afterAll(() => running.stop())

const call = (question: unknown, person = 'teacher') => running.as(person)('POST', '/why', question)
async function why(
  about: WhyQuestion['about'],
  more: Partial<WhyQuestion> = {},
  person = 'teacher',
): Promise<WhyAnswer> {
  const { status, body } = await call({ about, year: 8, period: 'school-day', ...more }, person)
  expect(status).toBe(200)
  return body
}
const address = (url: string) => ({ kind: 'address', url }) as const

describe('an address', () => {
  it('is decided by the packaged lists and the school’s own', async () => {
    const packaged = await why(address('https://bet365.com/odds'))
    expect(packaged).toMatchObject({
      host: 'bet365.com',
      decision: { action: 'block', reason: 'category', category: 'gambling' },
      reading: null,
      by: { policy: 2, lists: 'ours 1' },
    })
    const own = await why(address(' wager.test/x'))
    expect(own.decision.trace[0]).toEqual({ from: 'ours 1', found: 'wager.test is gambling' })
    expect((await why(address('host-4321.test'))).decision.categories).toEqual(['games'])
  })

  it('is decided by the policy that is published', async () => {
    const { decision } = await why(address('https://news.test/sport/today'))
    expect(decision).toMatchObject({ action: 'block', reason: 'school-rule' })
    expect(decision.trace.at(-1)).toEqual({ from: 'policy 2', found: 'the school blocks news.test/sport' })
  })

  it('is decided for the year and the period', async () => {
    const at = async (year: number, period: WhyQuestion['period']) =>
      (await why(address('https://www.instagram.com/'), { year, period })).decision.action
    expect([await at(8, 'school-day'), await at(12, 'school-day')]).toEqual(['block', 'coach'])
    const flag = async (period: WhyQuestion['period']) =>
      (await why(address('https://www.google.com/search?q=how+to+make+a+bomb'), { period })).decision.flag
    expect([await flag('lesson'), await flag('out-of-hours')]).toEqual([3, 0])
  })

  it('that leads nowhere is let through, and nothing is known of it', async () => {
    expect(await why(address('not an address'))).toMatchObject({
      host: '',
      decision: { action: 'allow', reason: 'nothing-known' },
    })
  })

  it('of a search has its words read as well', async () => {
    const { reading, decision } = await why(address('https://www.google.com/search?q=i+want+to+kill+myself'))
    expect(reading).toMatchObject({ text: 'i want to kill myself', context: 'query' })
    expect(decision).toMatchObject({ reason: 'help', flag: 4 })
  })
})

describe('a text', () => {
  const text = 'We met after school. how to kill myself painlessly tonight'

  it('is read, and says which of its words are telling', async () => {
    const { reading, decision, host, by } = await why({ kind: 'text', text, context: 'typed' })
    expect(host).toBe('')
    expect(by.model).toMatch(/^text /)
    const found = reading?.findings.find(({ category }) => category === 'self-harm')
    expect(found).toMatchObject({ severity: 4, why: expect.any(String) })
    expect(found?.spans.map(({ start, end }) => text.slice(start, end)).join(' ')).toContain('kill')
    expect(decision).toMatchObject({ flag: 4, categories: expect.arrayContaining(['self-harm']) })
    expect(decision.trace[0]?.from).toBe('typed words')
  })

  it('counts one less on a page', async () => {
    const { reading } = await why({ kind: 'text', text, context: 'page' })
    expect(reading?.findings.find(({ category }) => category === 'self-harm')?.severity).toBe(3)
  })

  it('that says nothing is let through', async () => {
    const { decision } = await why({ kind: 'text', text: 'The hall is open on Tuesday.', context: 'page' })
    expect(decision).toMatchObject({ action: 'allow', flag: 0 })
  })
})

describe('what would change it', () => {
  it('is tried out, and only what makes a difference is told', async () => {
    const { changes } = await why(address('https://www.instagram.com/'))
    const byKind = Map.groupBy(changes, ({ variation }) => variation.kind)
    expect(byKind.get('band')).toEqual([
      expect.objectContaining({ variation: { kind: 'band', band: 'sixth' }, action: 'coach' }),
    ])
    expect(byKind.get('site-opened')).toMatchObject([{ action: 'allow', reason: 'granted' }])
    expect(byKind.get('action')?.map(({ action }) => action)).toEqual(['allow', 'coach'])
    expect(byKind.get('site-rule')?.map(({ reason }) => reason)).toEqual(['school-rule'])
    expect(byKind.has('period')).toBe(false)
  })

  it('is no teacher where the policy never opens the category', async () => {
    const { changes } = await why(address('https://bet365.com/'))
    const shut = await why(address('https://www.pornhub.com/'))
    const kinds = (answer: WhyAnswer['changes']) => answer.map(({ variation }) => variation.kind)
    expect(kinds(changes)).toContain('site-opened')
    expect(kinds(shut.changes)).not.toContain('site-opened')
    expect(kinds(shut.changes)).not.toContain('category-opened')
  })
})

describe('what is asked about', () => {
  it('leaves no trace: not in the database, not in the log, not in an error', async () => {
    const secret = 'zebra-4711'
    await why({ kind: 'text', text: `${secret} i want to kill myself`, context: 'typed' })
    await why(address(`https://${secret}.test/${secret}?q=${secret}`))
    const refused = await call({
      about: { kind: 'text', text: secret, context: secret },
      year: 8,
      period: 'lesson',
    })
    expect(refused.status).toBe(400)
    expect(JSON.stringify(refused.body)).not.toContain(secret)
    expect(JSON.stringify(running.log)).not.toContain(secret)
    const files = await readdir(running.dataDir, { recursive: true, withFileTypes: true })
    for (const file of files.filter((each) => each.isFile())) {
      const bytes = await readFile(join(file.parentPath, file.name))
      expect([file.name, bytes.includes(secret)]).toEqual([file.name, false])
    }
  })

  it('changes nothing: the lists and the policy are those of before', async () => {
    const before = (await running.as('dsl')('GET', '/policy')).body
    await why(address('https://bet365.com/'))
    const digest = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex')
    expect(digest((await running.as('dsl')('GET', '/policy')).body)).toBe(digest(before))
  })

  it.each([
    ['no words', { about: { kind: 'text', text: '  ', context: 'page' } }],
    ['too many words', { about: { kind: 'text', text: 'x'.repeat(longestAskedText + 1), context: 'page' } }],
    ['no address', { about: { kind: 'address', url: '' } }],
    ['a year that is none', { year: 14 }],
    ['a period that is none', { period: 'noon' }],
    ['something else besides', { pupilId: 'ada' }],
  ])('is refused: %s', async (_why, wrong) => {
    const question = { about: address('a.test'), year: 8, period: 'lesson', ...wrong }
    expect((await call(question)).status).toBe(400)
  })

  it('may be as long as the form lets it be, in any script', async () => {
    const { reading } = await why({
      kind: 'text',
      text: '\u2028'.padEnd(longestAskedText, '字'),
      context: 'page',
    })
    expect(reading?.text).toHaveLength(longestAskedText)
  })
})
