import { describe, expect, it } from 'vitest'
import { until } from '#test/support/browser/until.ts'
import { answerByName, documentOf, harm, lesson, pathOf } from '#test/support/sites/read-pages.ts'
import { listeningPupil } from '#test/support/whole/listening-pupil.ts'
import { blockScreen } from '#test/support/whole/pupil-screen.ts'

const html = (body: string, style = '', lang = 'en'): string => documentOf('A board', body, { style, lang })

const letters = Array.from(harm)
const reversed = letters.toReversed().join('')
const each = (letter: (letter: string, n: number) => string): string => letters.map(letter).join('')
const overridden = '.r { direction: rtl; unicode-bidi: bidi-override }'
/** Letters that a font of its own would draw as others: what the document says is nonsense. */
const inGlyphs = letters.map((letter) => String.fromCodePoint(0xe000 + (letter.codePointAt(0) ?? 0))).join('')
const megabytes = (count: number, text: string): string => text.repeat(Math.ceil((count * 1e6) / text.length))
const paragraph = `<p>${lesson} ${lesson}</p>\n`

/** Pages that are harmful as somebody sees them. */
const harmful: Readonly<Record<string, () => string>> = {
  'letters in reverse order that a style turns round': () => html(`<p class="r">${reversed}</p>`, overridden),
  'letters in reverse order in an element for it': () => html(`<p><bdo dir="rtl">${reversed}</bdo></p>`),
  'each letter in an element': () => html(`<p>${each((letter) => `<span>${letter}</span>`)}</p>`),
  'each letter in a box': () =>
    html(`<p>${each((letter) => `<i>${letter}</i>`)}</p>`, 'i { display: inline-block; white-space: pre }'),
  'letters without size between the letters': () =>
    html(`<p>${each((letter, n) => `${letter}<s>${'qzxj'[n % 4]}</s>`)}</p>`, 's { font-size: 0 }'),
  'words in a page written from right to left': () =>
    html(
      `<p>دورة الماء تنقل الماء من البحر إلى السماء.</p><p>${harm}</p><p>מחזור המים.</p>`,
      'html { direction: rtl }',
      'ar',
    ),
  'halves of letters all over': () =>
    html(
      `<p id="p">${harm}</p><script>const half = '\\ud83d'; p.textContent = half + p.textContent.replaceAll(' ', ' ' + half + ' \\udc4d ') + half</script>`,
    ),
  'the beginning of a line of five megabytes': () => html(`<pre>${harm} ${megabytes(5, `${lesson} `)}</pre>`),
  'the end of a line of five megabytes': () => html(`<pre>${megabytes(5, `${lesson} `)} ${harm}</pre>`),
  'words among others that never rest': () =>
    html(
      `<main id="m">${paragraph.repeat(300)}<p>${harm}</p></main><script>
       const all = m.querySelectorAll('p'); let n = 0
       setInterval(() => { for (let turn = 0; turn < 20; turn++) { n += 1; const p = all[n % 300]; p.replaceChildren(document.createTextNode('Again ' + n), document.createElement('b')); if (n % 7 === 0) p.remove(); else if (!p.isConnected) m.prepend(p) } }, 1)
       new MutationObserver(() => { document.title = String(performance.now()) }).observe(m, { childList: true })</script>`,
    ),
}

const harmless: Readonly<Record<string, () => string>> = {
  'from right to left': () =>
    html(
      '<p>دورة الماء تنقل الماء من البحر إلى السماء.</p><p class="r">מחזור המים נע מן הים אל השמים</p>',
      overridden,
      'ar',
    ),
  'in glyphs': () => html(`<p>${inGlyphs}</p>`),
  'in a style': () => html('<p></p>', `p::before { content: "${harm}" }`),
}
/** Ten of its fifty megabytes show: fifty that show keep the browser itself from everything else for longer than a test may last. */
const fifty = (): string =>
  html(
    `${paragraph.repeat(50)}<p>${harm}</p><script type="application/json">${megabytes(40, '"water",')}</script>${megabytes(10, paragraph)}`,
  )

const world = listeningPupil(['odd-pages.test'], answerByName({ ...harmful, ...harmless, fifty }))
const open = (name: string) => world.open(`https://odd-pages.test${pathOf(name)}`)

describe('a harmful page is read as it is seen', () => {
  it.each(Object.keys(harmful))('%s', async (name) => {
    const page = await open(name)
    await blockScreen(page)
    await page.close()
  })

  it('also one of fifty megabytes', async () => {
    // It is still on its way when it is stopped.
    const page = await world.pupil.context.newPage()
    page.goto('https://odd-pages.test/fifty', { waitUntil: 'commit' }).catch(() => undefined)
    await blockScreen(page)
    await page.close()
  })
})

describe('what stands in a document', () => {
  it('keeps the order of letters that are written from right to left anyway', async () => {
    const page = await open('from right to left')
    await until('both lines', async () => {
      const read = await world.heard.read()
      return read.includes('دورة الماء تنقل الماء') && read.includes('מחזור המים נע מן הים')
    })
    await page.close()
  })

  it.each(['in glyphs', 'in a style'])(
    'is not what is seen where only a font or a style says it (%s)',
    async (name) => {
      const page = await open(name)
      await page.waitForTimeout(2500)
      expect(page.url()).toBe(`https://odd-pages.test${pathOf(name)}`)
      await page.close()
    },
  )
})
