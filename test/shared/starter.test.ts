import { describe, expect, it } from 'vitest'
import { foldWords } from '#shared/classify/url/search-words.ts'
import { starterSearchWords } from '#shared/classify/url/starter/search-words.ts'
import { starterHosts } from '#shared/classify/url/starter/starter-hosts.ts'
import { starterPaths } from '#shared/classify/url/starter/starter-paths.ts'
import { categoryIds, traitsOf, type CategoryId } from '#shared/domain/category.ts'
import { matcher } from '#test/support/list-bundles.ts'

const listed = categoryIds.flatMap((id) => (starterHosts[id] ?? []).map((host) => [id, host] as const))
const paths = categoryIds.flatMap((id) => (starterPaths[id] ?? []).map((path) => [id, path] as const))
const isSafe = (id: CategoryId): boolean => traitsOf(id).kind === 'safe'
/** Categories that no band but the sixth form is ever let into without more ado. */
const isHarm = (id: CategoryId): boolean =>
  !isSafe(id) && (traitsOf(id).flag > 0 || id === 'cheating' || id === 'ai-companion')

/** Endings under which anybody can have a name: a rule for one would block half the country. */
const suffixes = new Set(
  `com net org uk co.uk org.uk ac.uk me.uk ltd.uk plc.uk net.uk sch.uk eu io ai tv app dev github.io gitlab.io blogspot.com web.app
   netlify.app vercel.app pages.dev workers.dev herokuapp.com amazonaws.com cloudfront.net azurewebsites.net firebaseapp.com
   appspot.com co.jp com.au`.split(/\s+/u),
)
const hostPattern = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,}|xn--[a-z0-9-]+)$/u
const covering = (host: string): string[] => {
  const labels = host.split('.')
  return labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'))
}

describe('the starter hosts', () => {
  it('are many, and there for every category that a list can know', () => {
    expect(new Set(listed.map(([, host]) => host)).size).toBeGreaterThan(1500)
    const textOnly = [
      'sexting',
      'grooming',
      'bullying',
      'profanity',
      'harmful-challenges',
      'illegal-csam',
      'illegal-terrorism',
    ]
    expect(categoryIds.filter((id) => starterHosts[id] === undefined)).toEqual(textOnly)
  })

  it('are lower-case names in punycode without www, and no public suffix', () => {
    for (const [, host] of listed) {
      expect(host).toMatch(hostPattern)
      expect(host.startsWith('www.')).toBe(false)
      expect(new URL(`https://${host}/`).host).toBe(host)
      expect(suffixes.has(host)).toBe(false)
    }
  })

  it('stand once in a category, and not below a host of the same category', () => {
    for (const id of categoryIds) {
      const hosts = starterHosts[id] ?? []
      expect(hosts.filter((host, index) => hosts.indexOf(host) !== index)).toEqual([])
      const own = new Set(hosts)
      expect(
        hosts.filter((host) =>
          covering(host)
            .slice(1)
            .some((parent) => own.has(parent)),
        ),
      ).toEqual([])
    }
  })

  it('are never both help and harm, and no help lies below a harm', () => {
    const harms = new Set(listed.filter(([id]) => isHarm(id)).map(([, host]) => host))
    const safe = listed.filter(([id]) => isSafe(id))
    expect(safe.filter(([, host]) => covering(host).some((parent) => harms.has(parent)))).toEqual([])
  })

  it('keep what everything else needs out of the harms', () => {
    const harms = new Set(listed.filter(([id]) => !isSafe(id)).map(([, host]) => host))
    for (const host of [
      'google.com',
      'microsoft.com',
      'apple.com',
      'live.com',
      'github.com',
      'cloudflare.com',
      'bbc.co.uk',
      'nhs.uk',
    ]) {
      expect(harms.has(host)).toBe(false)
    }
  })

  it('know the places a child may turn to', () => {
    for (const host of [
      'childline.org.uk',
      'ceop.police.uk',
      'samaritans.org',
      'papyrus-uk.org',
      'nspcc.org.uk',
      'mermaidsuk.org.uk',
    ]) {
      expect(starterHosts.support).toContain(host)
    }
  })
})

describe('the starter paths', () => {
  it('are a host, a path and no ending slash, as an address writes them', () => {
    for (const [, rule] of paths) {
      const url = new URL(`https://${rule}`)
      expect(url.host + url.pathname).toBe(rule)
      expect(url.pathname.length).toBeGreaterThan(1)
      expect(rule.endsWith('/')).toBe(false)
    }
    const rules = paths.filter(([id]) => isHarm(id)).map(([, rule]) => rule)
    expect(rules.filter((rule) => paths.some(([id, other]) => isSafe(id) && other === rule))).toEqual([])
  })
})

describe('the starter search words', () => {
  const match = matcher(starterSearchWords)
  const found = (query: string): string[] => [...new Set(match(query).map(({ category }) => category))]

  it('are folded and stand once', () => {
    for (const words of Object.values(starterSearchWords)) {
      const all = [...words.phrases.map((phrase) => phrase.words), ...words.exceptions]
      expect(all.map((phrase) => foldWords(phrase).join(' '))).toEqual(all)
      expect(all.filter((phrase, index) => all.indexOf(phrase) !== index)).toEqual([])
    }
  })

  it('each match, and each exception makes harmless what would match without it', () => {
    for (const id of categoryIds) {
      const words = starterSearchWords[id]
      if (!words) continue
      for (const phrase of words.phrases) expect(found(phrase.words)).toContain(id)
      const unguarded = matcher({ [id]: { phrases: words.phrases, exceptions: [] } })
      expect(words.exceptions.filter((exception) => unguarded(exception).length === 0)).toEqual([])
      expect(words.exceptions.filter((exception) => found(exception).includes(id))).toEqual([])
    }
  })

  it('never bar the way of somebody who looks for help', () => {
    const bars = (query: string): boolean => match(query).some(({ help }) => !help)
    const asked = Object.values(starterSearchWords).flatMap(({ phrases }) =>
      phrases.filter(({ help }) => help),
    )
    expect(asked.map(({ words }) => words).filter(bars)).toEqual([])
    const queries = [
      'i feel suicidal help',
      'I want to kill myself, please help',
      'someone leaked my nudes what do i do',
    ]
    expect(queries.filter((query) => match(query).length === 0 || bars(query))).toEqual([])
  })

  it.each([
    'how to kill myself',
    'painless ways to die',
    'pro ana tips',
    'PORN',
    'buy weed online',
    'free vpn for school',
    'undress ai',
  ])('stop the search %s', (query) => expect(match(query).some(({ help }) => !help)).toBe(true))

  it.each([
    'killing eve',
    'suicide squad cast',
    'university of essex',
    'cock of the walk',
    'breast cancer symptoms',
    'buy weed killer',
    'shooting stars',
    'self harm support',
    'samaritans',
    'childline',
    'scunthorpe united',
    'blue tits nesting',
    'gunpowder plot',
    'al gore climate',
    'casino royale',
    'effects of porn on teenagers',
    'why do people join isis',
    'how to make a bath bomb',
    'am i gay',
    'how do i know if i am trans',
    'is it normal to masturbate',
    'contraception advice',
    'the holocaust',
    'dickens novels',
    'sussex weather',
    'how to get high marks in gcse maths',
    'to kill a mockingbird',
    'anne frank',
    'malcolm x',
    'puberty for boys',
  ])('let the search %s through', (query) => expect(found(query)).toEqual([]))
})
