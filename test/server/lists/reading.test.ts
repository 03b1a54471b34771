import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { compileLists } from '#server/services/lists/compile-lists.ts'
import { compile, makeListFolder, rulesOf } from './list-folder.ts'

const map = { 'maker/dice': 'gambling' } as const
const hosts = 'dice.example.com\ncards.example.com\n'
const dice = { 'dice.example.com': 'gambling', 'cards.example.com': 'gambling' }

/** What comes of one file: its rules, and what the report says of it. */
async function read(content: string | Uint8Array, name = 'lists/maker/dice.txt', mostBytes?: number) {
  const made = await compile(map, { [name]: content }, { mostBytes })
  return { rules: rulesOf(made), source: made.report.sources[0] }
}

const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return littleEndian ? bytes : bytes.swap16()
}

describe('a file of a list', () => {
  it.each([
    ['plain', hosts],
    ['with a byte order mark', `\ufeff${hosts}`],
    ['with CRLF', hosts.replaceAll('\n', '\r\n')],
    ['with lone CR', hosts.replaceAll('\n', '\r')],
    ['without a last line end', hosts.trimEnd()],
    ['in UTF-16, little-endian', utf16(hosts, true)],
    ['in UTF-16, big-endian', utf16(hosts, false)],
    ['packed, though not named so', gzipSync(hosts)],
    ['as a hosts file', '127.0.0.1 localhost\n0.0.0.0 dice.example.com\n0.0.0.0 cards.example.com #x\n'],
    ['with comments', `# made by hand\n! and\n${hosts}`],
    ['with what is no rule', `${hosts}<p>\nnot a host\nbad.*\n${'a'.repeat(300)}.example.com\n`],
  ])('%s', async (_, content) => {
    expect((await read(content)).rules).toEqual(dice)
  })

  it('is found whatever the ending, and read as packed by its bytes', async () => {
    for (const name of ['dice.txt.gz', 'dice.urls', 'dice.hosts', 'dice.list', 'dice.conf'])
      expect((await read(hosts, `lists/maker/${name}`)).rules).toEqual(dice)
  })

  it('counts what it read, took, had twice and refused', async () => {
    const { source } = await read(`${hosts}dice.example.com\nDICE.example.com\n# x\ncom\nbad.*\nworse.*\n`)
    expect(source).toEqual({
      name: 'maker/dice',
      category: 'gambling',
      read: 7,
      taken: 2,
      duplicate: 2,
      exceptions: 0,
      refused: {
        'single-label': { count: 1, samples: ['com'] },
        wildcard: { count: 2, samples: ['bad.*', 'worse.*'] },
      },
    })
  })

  it.each([
    ['a web page', `<!DOCTYPE html>\n<html>\n${hosts}</html>`, 'dice.txt: it is a web page, not a list'],
    [
      'a web page behind a mark and blanks',
      `\ufeff\n  <html>${hosts}`,
      'dice.txt: it is a web page, not a list',
    ],
    ['an answer in JSON', '{"message":"Not Found"}', 'dice.txt: it is an answer in JSON, not a list'],
    ['nothing', '', 'dice.txt: it is empty'],
    [
      'a gzip that was cut off',
      gzipSync(hosts.repeat(20_000)).subarray(0, -20),
      'dice.txt: it is a gzip file that was cut off',
    ],
  ])('that is %s gives nothing, and the report says why', async (_, content, problem) => {
    const { rules, source } = await read(content)
    expect(rules).toEqual({})
    expect(source).toMatchObject({ problem, taken: 0, read: 0 })
  })

  it('that breaks in the middle gives nothing of what came before, and leaves other sources alone', async () => {
    const lines = Array.from({ length: 200_000 }, (_, at) => `host-${(at * 7919) % 1_000_003}.example.com`)
    const packed = gzipSync(lines.join('\n'))
    packed.fill(0xff, packed.length / 2, packed.length / 2 + 50)
    const made = await compile(
      { 'maker/broken': 'gambling', 'other/good': 'dating' },
      { 'lists/maker/broken.txt': packed, 'lists/other/good.txt': `${lines[0]}\n` },
    )
    expect(rulesOf(made)).toEqual({ [lines[0] ?? '']: 'dating' })
    expect(made.report.sources[0]?.problem).toMatch(/broken gzip/)
  })

  it('that is a gzip bomb is given up at the bound', async () => {
    const { rules, source } = await read(
      gzipSync(Buffer.alloc(50_000_000, 'a.example.com\n')),
      undefined,
      1_000_000,
    )
    expect(rules).toEqual({})
    expect(source?.problem).toBe('dice.txt: it is larger than 1000000 bytes when unpacked')
  })

  it('may hold a line of ten million bytes, which is refused and not kept', async () => {
    const { rules, source } = await read(`dice.example.com\n${'x'.repeat(10_000_000)}\ncards.example.com\n`)
    expect(rules).toEqual(dice)
    expect(source?.refused['too-long']).toMatchObject({ count: 1 })
    expect(source?.refused['too-long']?.samples[0]).toHaveLength(80)
  })

  it('may hold bytes that are no text', async () => {
    const bytes = Buffer.concat([
      Buffer.from('dice.example.com\n'),
      Buffer.from([0xc3, 0x28, 0x2e, 0x63, 0x6f, 0x6d, 10, 0, 0x2e, 0x63, 0x6f, 0x6d, 10]),
      Buffer.from('cards.example.com'),
    ])
    const { rules, source } = await read(bytes)
    expect(rules).toEqual(dice)
    expect(source?.refused['not-text']?.count).toBe(2)
  })
})

describe('a source', () => {
  it('may be a UT1 folder as published', async () => {
    const made = await compile(
      { 'ut1/gambling': 'gambling' },
      {
        'lists/ut1/gambling/domains': hosts,
        'lists/ut1/gambling/urls': 'example.org/dice\n',
        'lists/ut1/gambling/expressions': '(casino|dice)\n',
        'lists/ut1/gambling/usage': 'black\n',
      },
    )
    expect(rulesOf(made)).toEqual({ ...dice, 'example.org/dice': 'gambling' })
    expect(made.report.sources[0]).toMatchObject({
      usage: 'black',
      notes: [expect.stringContaining('expressions')],
    })
  })

  it('may be the rows of a table with one code', async () => {
    const table = [
      'url,category_code,category_description,date_added,source,notes',
      'https://www.dice.example.com/,GMB,Gambling,2014-04-15,somebody,"one, two"',
      'https://example.org/teens/help,XED,"Sex, education",2014-04-15,somebody,',
    ].join('\n')
    const made = await compile(
      { 'citizenlab/gb/GMB': 'gambling', 'citizenlab/gb/XED': 'support' },
      { 'lists/citizenlab/gb.csv': table },
    )
    expect(rulesOf(made)).toEqual({ 'dice.example.com': 'gambling', 'example.org/teens/help': 'support' })
  })

  it('may be such a table without a heading', async () => {
    const made = await compile(
      { 'citizenlab/all_urls/XED': 'support' },
      {
        'lists/citizenlab/all_urls.tsv.gz': gzipSync(
          'help.example.com\tXED\tae\thttp://www.help.example.com/\ndice.example.com\tGMB\tae\t\n',
        ),
      },
    )
    expect(rulesOf(made)).toEqual({ 'help.example.com': 'support' })
  })

  it('takes back what it says at a site and below it, and nothing that others say', async () => {
    const made = await compile(
      { 'block/ads': 'advertising', 'other/dice': 'gambling' },
      {
        'lists/block/ads.txt':
          '@@||good.example.com^\n||good.example.com^\n||x.good.example.com^\n||bad.example.com^\n',
        'lists/other/dice.txt': 'x.good.example.com\n',
      },
    )
    expect(rulesOf(made)).toEqual({ 'bad.example.com': 'advertising', 'x.good.example.com': 'gambling' })
    expect(made.report.sources[0]).toMatchObject({ exceptions: 1 })
  })

  it('that is not there stops the build', async () => {
    const folder = await makeListFolder({ 'lists/maker/dice.txt': hosts })
    const made = await compileLists({ folder, map: { map: { ...map, 'maker/gone': 'gambling' } } })
    expect(made).toEqual({
      ok: false,
      error: `these lists are named in the map but are not in ${folder}: maker/gone`,
    })
  })

  it('that shrank to under half stops the build, unless told otherwise', async () => {
    const { report } = await compile(map, { 'lists/maker/dice.txt': `${hosts}a.example.com\n` })
    const folder = await makeListFolder({ 'lists/maker/dice.txt': 'dice.example.com\n' })
    const again = { folder, map: { map }, previous: report }
    expect(await compileLists(again)).toEqual({
      ok: false,
      error: 'these lists are held back, and the build with them: maker/dice had 3 rules and has 1',
    })
    expect(await compileLists({ ...again, allowShrunk: true })).toMatchObject({ ok: true })
    const half = await makeListFolder({ 'lists/maker/dice.txt': hosts })
    expect(await compileLists({ ...again, folder: half })).toMatchObject({ ok: true })
  })
})
