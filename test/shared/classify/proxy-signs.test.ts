import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { urlClassifier } from '#shared/classify/url/classify.ts'
import { likeness, looksRandom } from '#shared/classify/url/random-looking.ts'
import { bundleFile, opened } from '#test/support/list-bundles.ts'

const classify = urlClassifier([
  opened(
    bundleFile([
      ['gov.test', ['government']],
      ['xkqzvwjhgtrq.test', ['education']],
    ]),
  ),
])
const isProxy = (url: string): boolean => classify(url).evidence.some(({ category }) => category === 'proxy')
const base64 = (text: string): string => Buffer.from(text).toString('base64')
const xored = (text: string): string =>
  encodeURIComponent(
    Array.from(text, (letter, at) => (at % 2 ? String.fromCharCode(letter.charCodeAt(0) ^ 2) : letter)).join(
      '',
    ),
  )

test.each([
  `https://x.test/service/${xored('https://a.test/?q=1&r=2')}`,
  `https://x.test/~/uv/${xored('http://a.test/')}`,
  `https://gov.test/maths/${xored('https://a.test/')}`,
  `https://x.test/#${xored('https://a.test/')}`,
  `https://x.test/uv/service/https%3A%2F%2Fa.test%2F`,
  `https://x.test/uv/service/${base64('https://a.test/')}`,
  'https://x.test/uv/uv.bundle.js',
  'https://x.test/uv.config.js',
  'https://x.test/assets/uv/uv.handler.js?v=2',
  'https://x.test/uv/sw.js',
  'https://x.test/scramjet/https%3A%2F%2Fa.test%2F',
  'https://x.test/scram/https://a.test/',
  'https://x.test/scramjet/scramjet.all.js',
  'https://x.test/scram/scramjet.wasm.wasm',
  'https://x.test/rammerhead.js',
  'https://x.test/hammerhead.js',
  'https://x.test/0123456789abcdef0123456789abcdef/https://a.test/',
  'https://x.test/0123456789abcdef0123456789abcdef!i!s/https://a.test/',
  'https://x.test/0123456789abcdef0123456789abcdef/_rhsXYZ',
  'https://x.test/bare/v3/',
  'wss://x.test/wisp/',
  'https://x.test/corrosion/gateway?url=x',
  'https://x.test/main/https://a.test/',
  'https://x.test/cgi-bin/nph-proxy.cgi',
  'https://x.test/nph-proxy.pl/010110A/http/a.test/',
  `https://x.test/browse.php?u=${encodeURIComponent(base64('s://www.a.test/'))}&b=29`,
  'https://x.test/browse.php?u=https%3A%2F%2Fa.test%2F&b=4&f=norefer',
  `https://x.test/index.php?q=${base64('https://a.test/')}&hl=2ed`,
  `https://x.test/?q=${base64('https://a.test/')}&hl=2ed`,
  'https://x.test/index.php?q=uggcf%3A%2F%2Fn.grfg%2F',
  'https://x.test/miniProxy.php?https://a.test/',
  `https://10.1.2.3/watch?__cpo=${base64('https://a.test').replace(/=+$/, '')}`,
  'https://x.test/?__cpi=ABCDEFGHIJKLMNOP',
  'https://server7.x.test/servlet/redirect.srv/s/a/p/',
  'https://my-proxy.pages.dev/proxy/https://a.test/',
  'https://kx7q2vbz9w.pages.dev/',
  'https://kx7q2vbz9w.vercel.app/unblocked',
  'https://hgqwzxkvtr.test/proxy/',
  'https://hgqwzxkvt.test/unblocker/https://a.test',
])('%s is a proxy', (url) => {
  expect(isProxy(url)).toBe(true)
})

test.each([
  'https://x.test/service/',
  'https://x.test/service/customers/hvtr',
  'https://x.test/service/hvtrs8%2F-',
  'https://x.test/services/https-setup',
  'https://x.test/service/aHR0cGFydHk',
  'https://x.test/main/page',
  'https://x.test/main/https-everywhere',
  'https://x.test/session/?url=home',
  'https://x.test/newsession',
  'https://x.test/uv/',
  'https://x.test/uv-index/today.js',
  'https://x.test/docs/scramjet-engines.html',
  'https://x.test/hypersonic/scramjet/',
  'https://x.test/0123456789abcdef0123456789abcdef/picture.jpg',
  'https://x.test/bare/version1',
  'wss://x.test/socket/',
  'https://x.test/browse.php?u=anna&b=2',
  'https://x.test/browse.php?u=42',
  'https://x.test/go.php?u=products',
  'https://x.test/index.php?q=maths&hl=en',
  'https://x.test/search?q=aHR0cHM6Ly9hLnRlc3Qv',
  'https://x.test/proxy/https://a.test/',
  'https://x.test/resize/https://a.test/p.jpg',
  'https://proxy.library.test/login?url=https://journal.test/',
  'https://my-project.pages.dev/',
  'https://quiet-otter-2f8a.netlify.app/',
  'https://maths-quiz-x7k2p9qz.vercel.app/',
  'https://kahoot-help.glitch.me/unblocked',
  'https://e1f2a3b4.my-project.pages.dev/',
  'https://bydgoszcz.test/proxy/',
  'https://hgqwzxkvtr.test/',
  'https://xkqzvwjhgtrq.test/proxy/settings',
])('%s is none', (url) => {
  expect(isProxy(url)).toBe(false)
})

describe('a proxy', () => {
  it('says what gave it away', () => {
    const [piece] = classify(`https://gov.test/x/${xored('https://a.test/')}`).evidence.filter(
      ({ category }) => category === 'proxy',
    )
    expect(piece).toEqual({
      category: 'proxy',
      source: 'address',
      rule: 'gov.test (an address as Ultraviolet writes it)',
      list: 'address',
    })
  })

  it('is seen whatever page it shows', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), fc.webPath(), (shown, prefix) => {
        expect(isProxy(`https://x.test${prefix}/${xored(shown)}`)).toBe(true)
        expect(
          isProxy(`https://x.test${prefix}/browse.php?u=${encodeURIComponent(base64(shown.slice(4)))}`),
        ).toBe(true)
        expect(isProxy(`https://x.test/index.php?q=${encodeURIComponent(base64(shown))}`)).toBe(true)
      }),
    )
  })
})

describe('a random-looking name', () => {
  it('is told from one that somebody chose', () => {
    const chosen = [
      'google',
      'wikipedia',
      'classroom',
      'youtube',
      'interstellar',
      'nottingham',
      'khanacademy',
      'tfgm-timetables',
    ]
    const thrown = ['kx7q2vbz9w', 'hgqwzxkvtr', 'qzjxkvwpfh9', 'zx81qq4vbn']
    expect(chosen.filter((name) => looksRandom(name, false))).toEqual([])
    expect(thrown.filter((name) => !looksRandom(name, true))).toEqual([])
    expect(Math.min(...chosen.map(likeness))).toBeGreaterThan(Math.max(...thrown.map(likeness)))
  })

  it('is found among names that nobody chose', () => {
    const letters = fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyz0123456789'))
    const names = fc.sample(fc.array(letters, { minLength: 12, maxLength: 12 }), { numRuns: 1000, seed: 7 })
    expect(names.filter((name) => looksRandom(name.join(''), false)).length).toBeGreaterThan(650)
  })
})
