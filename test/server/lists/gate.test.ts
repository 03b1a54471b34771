import { describe, expect, it } from 'vitest'
import type { CategoryId } from '#shared/domain/category.ts'
import { compile, type Files, ruleOf, rulesOf, verdictOf } from './list-folder.ts'

const porn = { 'one/porn': 'pornography', 'two/porn': 'pornography', 'one-more/porn': 'pornography' } as const
/** Three lists of pornography, of two publishers, over what must not be blocked and what is popular. */
const build = (lists: { one?: string[]; two?: string[]; more?: string[] }, files: Files = {}) =>
  compile(porn, {
    'lists/one/porn.txt': ['a.example', ...(lists.one ?? [])].join('\n'),
    'lists/two/porn.txt': ['a.example', ...(lists.two ?? [])].join('\n'),
    'lists/one-more/porn.txt': ['a.example', ...(lists.more ?? [])].join('\n'),
    'must-not-block.tsv': 'school.example\tswot\nours.hosting.example\thand\nwww.museum.example\thand\n',
    'lists/popular/tranco.csv': '1,visited.example\n2,cdn.shared.example\n3,also.example\n',
    ...files,
  })

const heldBack = ({ report }: Awaited<ReturnType<typeof build>>) =>
  report.heldBack.map(({ source, reason, sites }) => `${source} ${reason}: ${sites.join(' ')}`)

describe('the gate', () => {
  it('lets no registry’s suffix through, and names it', async () => {
    const made = await build({ one: ['co.uk', 'b.co.uk'] })
    expect(rulesOf(made)).toEqual({ 'a.example': 'pornography', 'b.co.uk': 'pornography' })
    expect(heldBack(made)).toEqual(['one/porn public-suffix: co.uk'])
    expect(made.report.caught).toEqual([])
  })

  it('lets a company’s suffix through as a topic, not as a harm, not as safe', async () => {
    const made = await compile(
      { 'one/blogs': 'blogs', 'one/porn': 'pornography', 'one/schools': 'education' },
      {
        'lists/one/blogs.txt': 'blogspot.com\nco.uk\n',
        'lists/one/porn.txt': 'blogspot.com\ngithub.io\nbad.github.io\n',
        'lists/one/schools.txt':
          'github.io\ngood.github.io\norg.uk\ngov.uk\nnhs.uk\npolice.uk\nac.uk\nsch.uk\nkent.sch.uk\n',
      },
    )
    expect(rulesOf(made)).toEqual({
      'ac.uk': 'education',
      'bad.github.io': 'pornography',
      'blogspot.com': 'blogs',
      'good.github.io': 'education',
      'gov.uk': 'education',
      'nhs.uk': 'education',
      'police.uk': 'education',
      'sch.uk': 'education',
    })
    expect(heldBack(made)).toEqual([
      'one/blogs public-suffix: co.uk',
      'one/porn public-suffix: blogspot.com github.io',
      'one/schools public-suffix: github.io org.uk',
    ])
  })

  it('lets dynamic DNS through as a way round the filter when two publishers agree', async () => {
    const made = await compile(
      { 'one/dns': 'proxy', 'two/dns': 'proxy' },
      { 'lists/one/dns.txt': 'blogdns.com\ngithub.io\n', 'lists/two/dns.txt': 'blogdns.com\n' },
    )
    expect(rulesOf(made)).toEqual({ 'blogdns.com': 'proxy' })
  })

  it('takes a machine of a cloud for one customer’s site', async () => {
    const made = await build({ one: ['ec2-1-2-3-4.compute-1.amazonaws.com'] })
    expect(ruleOf(made, 'ec2-1-2-3-4.compute-1.amazonaws.com')).toEqual(['pornography'])
  })

  it('keeps what must not be blocked out of harm, whoever and however many say so', async () => {
    const hosts = [
      'school.example',
      'www.school.example',
      'www.museum.example',
      'childline.org.uk',
      'www.nhs.uk',
    ]
    const made = await build({ one: hosts, two: hosts })
    expect(rulesOf(made)).toEqual({ 'a.example': 'pornography' })
    expect(heldBack(made)[0]).toBe(
      'one/porn must-not-block: childline.org.uk school.example www.museum.example www.nhs.uk www.school.example',
    )
  })

  it('keeps other categories of such a host', async () => {
    const made = await compile(
      { 'one/porn': 'pornography', 'one/news': 'news' },
      {
        'lists/one/porn.txt': 'school.example\n',
        'lists/one/news.txt': 'school.example\n',
        'must-not-block.tsv': 'school.example\n',
      },
    )
    expect(rulesOf(made)).toEqual({ 'school.example': 'news' })
  })

  it('leaves illegal ids where they are', async () => {
    const made = await compile(
      { 'iwf/hosts': 'illegal-csam', 'one/porn': 'pornography' },
      {
        'lists/iwf/hosts.txt': 'school.example\nvisited.example\n',
        'lists/one/porn.txt': 'school.example\n',
        'must-not-block.tsv': 'school.example\n',
      },
    )
    expect(ruleOf(made, 'school.example')).toEqual(['illegal-csam'])
  })

  it('does not believe one publisher about a place where such a host lives', async () => {
    const made = await build({ one: ['hosting.example', 'bad.hosting.example'], more: ['hosting.example'] })
    expect(rulesOf(made)).toEqual({ 'a.example': 'pornography', 'bad.hosting.example': 'pornography' })
    expect(heldBack(made)).toEqual([
      'one-more/porn covers-must-not-block: hosting.example',
      'one/porn covers-must-not-block: hosting.example',
    ])
  })

  it('gives such a host a rule of its own where two publishers agree about the place', async () => {
    const made = await build({ one: ['hosting.example'], two: ['hosting.example'] })
    expect(made.report.protection.exceptions).toEqual(['ours.hosting.example'])
    expect(
      ['hosting.example', 'x.hosting.example', 'ours.hosting.example', 'www.ours.hosting.example'].map(
        (host) => verdictOf(made, host),
      ),
    ).toEqual([['pornography'], ['pornography'], ['reference'], ['reference']])
  })

  it('never lets a locked category cover such a host', async () => {
    const made = await compile(
      { 'one/x': 'extremism', 'two/x': 'extremism' },
      {
        'lists/one/x.txt': 'hosting.example\n',
        'lists/two/x.txt': 'hosting.example\n',
        'must-not-block.tsv': 'ours.hosting.example\n',
      },
    )
    expect(rulesOf(made)).toEqual({})
  })

  it('believes what two publishers agree on about a popular site, and one alone not', async () => {
    const made = await build({
      one: ['visited.example', 'www.visited.example', 'also.example', 'shared.example', 'pornhub.com'],
      two: ['also.example'],
      more: ['visited.example'],
    })
    expect(rulesOf(made)).toEqual({
      'a.example': 'pornography',
      'also.example': 'pornography',
      'pornhub.com': 'pornography',
    })
    expect(heldBack(made)).toEqual([
      'one-more/porn popular: visited.example',
      'one/porn popular: shared.example visited.example www.visited.example',
    ])
    expect(made.report.popularInHarm).toEqual([{ host: 'also.example', categories: ['pornography'] }])
  })

  it('counts the packaged lists as a publisher', async () => {
    const made = await build({ one: ['pornhub.com'] }, { 'lists/popular/tranco.csv': '1,pornhub.com\n' })
    expect(ruleOf(made, 'pornhub.com')).toEqual(['pornography'])
  })

  it('takes the name of a popular site for a second voice when it says so itself', async () => {
    const popular = { 'lists/popular/tranco.csv': '1,xxxtube.example\n2,hentai.example\n' }
    const made = await build({ one: ['xxxtube.example'] }, popular)
    expect(rulesOf(made)).toEqual({ 'a.example': 'pornography', 'xxxtube.example': 'pornography' })
  })

  it('takes ranks from a list in order, and none from one in the order of the alphabet', async () => {
    const popular = {
      'lists/popular/tranco.txt': 'z.example\nb.example\nc.example\n',
      'lists/popular/names.txt': 'm.example\nn.example\no.example\n',
    }
    const lists = { 'lists/one/porn.txt': 'z.example\nb.example\nc.example\nm.example\n' }
    const made = await compile({ 'one/porn': 'pornography' }, { ...popular, ...lists }, { popularTop: 2 })
    expect(Object.keys(rulesOf(made))).toEqual(['c.example', 'm.example'])
  })

  it('keeps pages of such a host out of harm, but for what breaks into any page', async () => {
    const map = { 'one/porn': 'pornography', 'one/phish': 'phishing' } as const
    const made = await compile(map, {
      'lists/one/porn.txt': 'school.example/biology\nco.uk/x\nother.example/x\n',
      'lists/one/phish.txt': 'school.example/wp/login\n',
      'must-not-block.tsv': 'school.example\n',
    })
    expect(rulesOf(made)).toEqual({ 'other.example/x': 'pornography', 'school.example/wp/login': 'phishing' })
  })
})

describe('a poisoned source', () => {
  const poison = ['co.uk', 'org.uk', 'visited.example', 'rest.example', 'rest.example/page', 'agreed.example']

  it('is caught by its suffixes over good sites; nothing it says of harm is believed', async () => {
    const made = await build({
      one: poison,
      two: ['agreed.example', 'visited.example'],
      more: ['mine.example'],
    })
    expect(rulesOf(made)).toEqual({
      'a.example': 'pornography',
      'agreed.example': 'pornography',
      'mine.example': 'pornography',
    })
    expect(made.report.caught).toEqual([
      {
        source: 'one/porn',
        why: expect.stringContaining('2 public suffixes'),
        suffixes: ['co.uk', 'org.uk'],
      },
    ])
    expect(made.report.heldBack).toEqual([
      { source: 'one/porn', category: 'pornography', reason: 'caught', count: 4, sites: [] },
      {
        source: 'one/porn',
        category: 'pornography',
        reason: 'popular',
        count: 1,
        sites: ['visited.example'],
      },
      {
        source: 'one/porn',
        category: 'pornography',
        reason: 'public-suffix',
        count: 2,
        sites: ['co.uk', 'org.uk'],
      },
      {
        source: 'two/porn',
        category: 'pornography',
        reason: 'popular',
        count: 1,
        sites: ['visited.example'],
      },
    ])
  })
})

describe('a change', () => {
  it('that puts many popular sites into harm at once is held back, and named', async () => {
    const files = (hosts: string) => ({
      'lists/one/porn.txt': `rest.example\nold.example\n${hosts}`,
      'lists/two/porn.txt': `old.example\n${hosts}`,
      'lists/popular/tranco.txt': 'p.example\nq.example\nold.example\n',
    })
    const map = { 'one/porn': 'pornography', 'two/porn': 'pornography' } as const
    const before = await compile(map, files(''))
    const changed = files('p.example\nq.example\n')
    const held = await compile(map, changed, { previous: before.report, mostSudden: 1 })
    expect(rulesOf(held)).toEqual(rulesOf(before))
    expect(held.report.heldBack.map(({ reason, sites }) => [reason, sites])).toEqual([
      ['sudden', ['p.example', 'q.example']],
      ['sudden', ['p.example', 'q.example']],
    ])
    const taken = await compile(map, changed, { previous: before.report, mostSudden: 2 })
    expect(Object.keys(rulesOf(taken))).toEqual(['old.example', 'p.example', 'q.example', 'rest.example'])
  })
})

describe('sources that contradict each other', () => {
  const contradict = async (safe: CategoryId, harmBy: string[]) => {
    const map: Record<string, CategoryId> = { 'good/list': safe }
    const files: Record<string, string> = { 'lists/good/list.txt': 'host.example\n' }
    for (const by of harmBy) {
      map[`${by}/drugs`] = 'drugs'
      files[`lists/${by}/drugs.txt`] = 'host.example\n'
    }
    return compile(map, files)
  }

  it.each(['support', 'education', 'government'] as const)('%s wins over however many', async (safe) => {
    const made = await contradict(safe, ['one', 'two', 'three'])
    expect(ruleOf(made, 'host.example')).toEqual([safe])
    expect(made.report.conflicts).toMatchObject({ hosts: 1, pairs: { length: 3 } })
  })

  it.each(['news', 'reference', 'child-friendly'] as const)(
    '%s wins over one, and gives way to two',
    async (safe) => {
      const made = await contradict(safe, ['one'])
      expect(ruleOf(made, 'host.example')).toEqual([safe])
      expect(ruleOf(await contradict(safe, ['one', 'two']), 'host.example')).toEqual(['drugs'])
      expect(ruleOf(await contradict(safe, ['one', 'one-other']), 'host.example')).toEqual([safe])
      expect(made.report.conflicts).toEqual({
        hosts: 1,
        pairs: [
          {
            safe,
            safeSource: 'good/list',
            harm: 'drugs',
            harmSource: 'one/drugs',
            wins: safe,
            count: 1,
            samples: ['host.example'],
          },
        ],
      })
    },
  )
})
