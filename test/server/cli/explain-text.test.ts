import { createInterface } from 'node:readline'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endOf, lapwing, makeFile, startLapwing } from './lapwing.ts'

type Row = Record<string, unknown>

const fromInput = ['explain', '--text', '--json', '--file', '-']
const rowsIn = (out: string): Row[] =>
  out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line))

async function explain(asked: readonly unknown[], ...args: string[]): Promise<Row[]> {
  const input = asked.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('')
  const { code, out, error } = await lapwing([...fromInput, ...args], input)
  expect([code, error]).toEqual([0, ''])
  return rowsIn(out)
}

const grave = 'how to kill myself painlessly tonight'
const plain = 'the school choir meets in the hall on tuesday'

describe('explain --text --json', () => {
  it('says what a text is about, how grave that is, where it stands in the text and why', async () => {
    const [row] = await explain([{ id: 'd1', text: grave, context: 'typed', kind: 'passed over' }])
    expect(row).toEqual({
      id: 'd1',
      categories: expect.arrayContaining([
        {
          id: 'self-harm',
          score: expect.any(Number),
          severity: 4,
          spans: expect.any(Array),
          why: expect.any(String),
        },
      ]),
      act: true,
      micros: expect.any(Number),
      distress: expect.any(Number),
      seeksHelp: expect.any(Boolean),
    })
    const [category] = (row?.['categories'] ?? []) as {
      spans: { start: number; end: number }[]
      why: string
    }[]
    expect(category?.why).not.toBe('')
    const words = (category?.spans ?? []).map(({ start, end }) => grave.slice(start, end))
    expect(words.join(' ')).toContain('kill')
  })

  it('counts words on a page one less than a pupil’s own', async () => {
    const rows = await explain(
      ['page', 'query', 'typed'].map((context, id) => ({ id, text: grave, context })),
    )
    const severities = rows.map(({ categories }) =>
      (categories as Row[]).filter(({ id }) => id === 'self-harm').map(({ severity }) => severity),
    )
    expect(severities).toEqual([[3], [4], [4]])
  })

  it('does nothing about plain words, and gives what came near without a severity', async () => {
    const [row] = await explain([{ id: 1, text: plain, context: 'typed' }])
    expect(row).toMatchObject({ id: 1, act: false })
    for (const { score, severity } of (row?.['categories'] ?? []) as { score: number; severity: number }[]) {
      expect(severity).toBe(0)
      expect(score).toBeLessThan(0.5)
    }
  })

  it('says what is wrong with a line, by its id if it has one, and goes on', async () => {
    const rows = await explain([
      'nope',
      { id: 'no text', context: 'page' },
      { id: 'odd text', text: 5, context: 'page' },
      { id: 'no context', text: plain },
      { id: 'odd context', text: plain, context: 'chat' },
      { text: plain, context: 'page' },
      '',
      '[[[['.repeat(100_000),
      { id: 'last', text: grave, context: 'typed' },
    ])
    const bad = rows.slice(0, -1)
    expect(bad.map(({ id }) => id)).toEqual([
      null,
      'no text',
      'odd text',
      'no context',
      'odd context',
      null,
      null,
      null,
    ])
    for (const row of bad) expect(row).toMatchObject({ categories: [], act: null, error: expect.any(String) })
    expect(rows.at(-1)).toMatchObject({ id: 'last', act: true })
    expect(rows.at(-1)).not.toHaveProperty('error')
  })

  it('reads half a surrogate pair, text without an end of a line and text in every script', async () => {
    const texts = [
      '\ud83d',
      `\udc00${grave}`,
      'x'.repeat(1_000_000),
      'أريد أن',
      '你好',
      '\u0000',
      '',
      '👩‍🚀'.repeat(500),
    ]
    const rows = await explain(texts.map((text, id) => ({ id, text, context: 'page' })))
    expect(rows.map(({ id, error }) => [id, error])).toEqual(texts.map((_text, id) => [id, undefined]))
  })

  it('says of a line of 10 MB that it is too long, and goes on', async () => {
    const long = JSON.stringify({ id: 'long', text: 'a '.repeat(5_000_000), context: 'page' })
    const [first, second] = await explain([long, { id: 'next', text: plain, context: 'page' }])
    expect(first).toMatchObject({ id: null, act: null, error: expect.stringContaining('longer') })
    expect(second).toMatchObject({ id: 'next', act: false })
  })

  it('answers one line per line, in order, whatever the bytes', async () => {
    const line = fc.oneof(
      fc
        .uint8Array({ maxLength: 60 })
        .map((bytes) => Buffer.from(bytes.map((byte) => (byte === 10 ? 0 : byte)))),
      fc.json().map((json) => Buffer.from(json)),
      fc
        .record({
          id: fc.oneof(fc.string({ unit: 'binary' }), fc.integer()),
          text: fc.string({ unit: 'binary' }),
          context: fc.constantFrom('page', 'query', 'typed'),
        })
        .map((asked) => Buffer.from(JSON.stringify(asked))),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 200, size: 'max' }), async (lines) => {
        const bytes = Buffer.concat(lines.flatMap((each) => [each, Buffer.from('\n')]))
        const { code, out, error } = await lapwing(fromInput, bytes)
        expect([code, error]).toEqual([0, ''])
        expect(rowsIn(out)).toHaveLength(lines.length)
        expect(out).not.toMatch(/[\u0085\u2028\u2029\r]/)
      }),
      { numRuns: 10 },
    )
  })
})

describe('explain --text is a stream', () => {
  const line = `${JSON.stringify({ id: 'x', text: plain, context: 'query' })}\n`

  it('answers a line before the next one is there', async () => {
    const child = startLapwing(fromInput)
    const answers = createInterface(child.stdout)[Symbol.asyncIterator]()
    for (const id of ['a', 'b']) {
      child.stdin.write(`${JSON.stringify({ id, text: grave, context: 'query' })}\n`)
      expect(JSON.parse((await answers.next()).value ?? '')).toMatchObject({ id, act: true })
    }
    child.stdin.end()
    expect(await answers.next()).toMatchObject({ done: true })
  })

  it('holds neither the file nor its answers', async () => {
    const count = 100_000
    const child = startLapwing(
      ['explain', '--text', '--json', '--file', await makeFile(line.repeat(count))],
      ['--max-old-space-size=64'],
    )
    let lines = 0
    child.stdout.on('data', (data: Buffer) => {
      for (const byte of data) if (byte === 10) lines++
    })
    const { code, error } = await endOf(child)
    expect([code, error, lines]).toEqual([0, '', count])
  })
})

describe('explain --text for people', () => {
  it('gives each text a paragraph: what would be done, what it is about and which words say so', async () => {
    const file = await makeFile(
      [
        { id: 'd1', text: grave, context: 'typed' },
        { id: 'd2', text: '\u001b[2J\u202Edrow', context: 'page' },
        { id: 'd3', text: 'x' },
      ]
        .map((row) => JSON.stringify(row))
        .join('\n'),
    )
    const { out } = await lapwing(['explain', '--text', '--file', file])
    const [first = '', second = '', third = ''] = out.split('\n\n')
    expect(first).toMatch(
      /^d1 \(typed\): how to kill myself painlessly tonight\n {2}It would block, pause or flag\.\n {2}Self-harm and suicide, [01]\.\d\d, severity 4: .*kill/,
    )
    expect(second).toContain(String.raw`d2 (page): \u001b[2J\u202edrow`)
    expect(second).toContain('\n  Nothing would be done.')
    expect(third).toMatch(/^d3\n {2}Not read: context: expected /)
    expect(out).not.toMatch(/[\u001b\u202e]/)
  })
})

describe('explain --text --model', () => {
  it('refuses a file that is no text model', async () => {
    const { code, out, error } = await lapwing([...fromInput, '--model', 'package.json'], '')
    expect([code, out]).toEqual([1, ''])
    expect(error).toMatch(/^package\.json: this is no text model/)
  })
})
