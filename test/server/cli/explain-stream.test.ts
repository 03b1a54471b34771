import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { endOf, lapwing, makeFile, startLapwing } from './lapwing.ts'

const fromInput = ['explain', '--json', '--file', '-']
const linesIn = (out: string): Record<string, unknown>[] =>
  out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line))

describe('explain --file, whatever the bytes', () => {
  // Each run is a process: many pieces in each rather than many runs.
  const piece = fc.oneof(
    { weight: 4, arbitrary: fc.uint8Array({ maxLength: 40 }) },
    { weight: 2, arbitrary: fc.webUrl({ withQueryParameters: true }).map((url) => Buffer.from(`${url}\n`)) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }).map((text) => Buffer.from(`http://${text}\n`)) },
    {
      weight: 2,
      arbitrary: fc
        .constantFrom(
          '\n',
          '\r\n',
          '\r',
          '\0',
          '\u{feff}',
          '\u{85}',
          '\u{2028}',
          '👩‍🚀',
          'http://[',
          'data:',
          '%',
        )
        .map((text) => Buffer.from(text)),
    },
    // The halves of a surrogate pair, each written as if it were a character.
    { weight: 1, arbitrary: fc.constantFrom('eda0bd', 'edb280').map((hex) => Buffer.from(hex, 'hex')) },
  )

  it('gives one line of JSON per line, in order, with the address as read', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 400, size: 'max' }), async (pieces) => {
        const bytes = Buffer.concat(pieces)
        const { code, out, error } = await lapwing(fromInput, bytes)
        expect([code, error]).toEqual([0, ''])
        const lines = linesIn(out)
        expect(lines.map((line) => line['url'])).toEqual(asRead(bytes))
        for (const line of lines) {
          expect(line).toMatchObject({ host: expect.any(String), categories: expect.any(Array) })
          expect(['allow', 'coach', 'block']).toContain(line['action'])
        }
        // Nothing that another reader might take for the end of a line.
        expect(out).not.toMatch(/[\u0085\u2028\u2029\r]/)
      }),
      { numRuns: 15 },
    )
  })

  const asRead = (bytes: Buffer): string[] => {
    const lines: string[] = []
    for (let at = 0; at < bytes.length;) {
      const feed = bytes.indexOf(10, at)
      const end = feed === -1 ? bytes.length : feed
      const line = new TextDecoder('utf-8', { ignoreBOM: at > 0 }).decode(bytes.subarray(at, end))
      lines.push(line.replace(/\r$/, ''))
      at = end + 1
    }
    return lines
  }

  it('says of a line of 10 MB that it is too long, and goes on', async () => {
    const long = Buffer.concat([Buffer.alloc(10_000_000, 'a'), Buffer.from('\r\nhttps://bet365.com/')])
    const lines = linesIn((await lapwing(fromInput, long)).out)
    expect(lines[0]).toEqual({
      url: 'a'.repeat(200),
      host: '',
      categories: [],
      action: null,
      reason: null,
      category: null,
      flag: 0,
      trace: [],
      micros: 0,
      error: expect.stringContaining('longer'),
    })
    expect(lines.slice(1)).toMatchObject([{ action: 'block' }])
  })

  it('judges an address as long as a browser goes to', async () => {
    const [line] = linesIn((await lapwing(fromInput, `https://bet365.com/${'a'.repeat(2_000_000)}\n`)).out)
    expect([String(line?.['url']).length, line?.['action']]).toEqual([2_000_019, 'block'])
  })
})

describe('explain --file is a stream', () => {
  it('answers a line before the next one is there', async () => {
    const child = startLapwing(fromInput)
    const answers = createInterface(child.stdout)[Symbol.asyncIterator]()
    for (const url of ['https://bet365.com/', 'https://www.bbc.co.uk/']) {
      child.stdin.write(`${url}\n`)
      expect(JSON.parse((await answers.next()).value ?? '')).toMatchObject({ url })
    }
    child.stdin.end('https://last.example/')
    expect(JSON.parse((await answers.next()).value ?? '')).toMatchObject({ url: 'https://last.example/' })
    expect(await answers.next()).toMatchObject({ done: true })
  })

  it('holds neither the file nor its answers', async () => {
    const count = 300_000
    const file = await makeFile('https://bet365.com/\n'.repeat(count))
    const child = startLapwing(['explain', '--json', '--file', file], ['--max-old-space-size=40'])
    let lines = 0
    child.stdout.on('data', (data: Buffer) => {
      for (const byte of data) if (byte === 10) lines++
    })
    const { code, error } = await endOf(child)
    expect([code, error, lines]).toEqual([0, '', count])
  })

  it('ends quietly when its reader has enough', async () => {
    const endless = `{ yes https://bet365.com/ | "$0" server/cli.ts ${fromInput.join(' ')}; echo "ended $?" >&2; } | head -n 1`
    const shell = spawn('sh', ['-c', endless, process.execPath])
    onTestFinished(() => void shell.kill('SIGKILL'))
    const { out, error } = await endOf(shell)
    expect(JSON.parse(out)).toMatchObject({ action: 'block' })
    expect(error).toBe('ended 0\n')
  })

  it('ends quietly when a socket is its reader and breaks off', async () => {
    const child = startLapwing(fromInput)
    child.stdin.on('error', () => undefined)
    const lines = 'https://bet365.com/\n'.repeat(100_000)
    child.stdin.write(lines)
    child.stdout.once('data', () => child.stdout.destroy())
    const [code, error] = await new Promise<[number | null, string]>((resolve) => {
      let said = ''
      child.stderr.on('data', (data) => (said += String(data)))
      child.once('close', (code: number | null) => resolve([code, said]))
    })
    expect([code, error]).toEqual([0, ''])
  })
})
