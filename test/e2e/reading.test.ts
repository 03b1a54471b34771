import { mkdir } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { until } from '#test/support/browser/until.ts'
import { documentOf, harm, lesson as firstOfLesson } from '#test/support/sites/read-pages.ts'
import { readsOn } from '#test/support/whole/lesson.ts'
import { listeningPupil } from '#test/support/whole/listening-pupil.ts'
import { blockScreen } from '#test/support/whole/pupil-screen.ts'
import { classPupils } from '#test/support/whole/school.ts'

const lesson = `${firstOfLesson} Heat from the sun makes water rise, and clouds carry it over land.`
const html = (title: string, body: string): string =>
  documentOf(title, `<main><h1>${title}</h1>${body}</main>`)

const pages: Readonly<Record<string, string>> = {
  '/harm': html('A board', `<p>${lesson}</p>`.repeat(30) + `<p>${harm}</p>`),
  '/frame': html('A frame', `<p>${lesson}</p><iframe src="/inner" width="600" height="300"></iframe>`),
  '/inner': html('Inside', `<p>${harm}</p>`),
  '/fine': html('Water', `<p>${lesson}</p>`),
  '/hidden': html('Hidden', `<p>${lesson}</p><p style="display:none">${harm}</p>`),
  '/shadow': html(
    'Shadow',
    `<chat-room></chat-room><script>customElements.define('chat-room', class extends HTMLElement {
      constructor() { super(); this.attachShadow({ mode: 'closed' }).innerHTML = ${JSON.stringify(`<p>${harm}</p>`)} } })</script>`,
  ),
  '/drawn': html(
    'Drawn',
    `<p>${lesson}</p><svg width="1200" height="40"><style>text { font-size: 10px }</style><text y="20">${harm}</text></svg>`,
  ),
  '/long': html('Long', `<pre>${`${lesson} `.repeat(3000)}${harm}</pre>`),
  '/behind': html(
    'Messages',
    `<div id="host"></div><script>host.attachShadow({ mode: 'closed' }).innerHTML = '<textarea aria-label="Message"></textarea>'</script>`,
  ),
  '/stream': html(
    'Assistant',
    `<p>${lesson}</p><article id="answer"></article><script>
      const words = ${JSON.stringify(`${lesson} ${harm}`)}.split(' ')
      const timer = setInterval(() => { answer.textContent += words.shift() + ' '; if (words.length === 0) clearInterval(timer) }, 40)</script>`,
  ),
  '/moves': html(
    'One page',
    `<div id="app"><p>${lesson}</p></div><button onclick="history.pushState(null, '', '/moves/next'); app.innerHTML = ${`<p>${harm}</p>`
      .replaceAll('"', '')
      .replaceAll("'", '')
      .replace(/^/u, '`')
      .replace(/$/u, '`')}">Next</button>`,
  ),
  '/write': html(
    'Messages',
    `<form onsubmit="return false"><textarea id="message" rows="3" cols="40" aria-label="Message"></textarea></form>
     <form onsubmit="return false"><input id="secret" type="password" aria-label="Password"><input id="masked" style="-webkit-text-security: disc" aria-label="Note"></form>`,
  ),
}

const shows = (page: Page, words: string | RegExp): Promise<unknown> =>
  until(`the page to show ${words}`, async () => {
    const text = await readsOn(page)
    return typeof words === 'string' ? text.includes(words) : words.test(text)
  })

const stillThere = async (page: Page, url: string): Promise<void> => {
  await page.waitForTimeout(3000)
  expect(page.url()).toBe(url)
}

const world = listeningPupil(['board.test', 'www.bbc.co.uk', 'chat-page.test'], (path) => {
  const body = pages[path.split('?')[0] ?? '']
  return body === undefined ? undefined : { body }
})
beforeAll(() => mkdir('test/output/screens', { recursive: true }))

describe('a page whose words are harmful', () => {
  it('is blocked after it has loaded, with the reason, and stays blocked when it is opened again', async () => {
    const page = await world.open('https://board.test/harm')
    const { title, text } = await blockScreen(page)
    expect(title).toBe('This page is blocked')
    expect(text).toMatch(/self-harm/iu)
    await page.reload()
    expect((await blockScreen(page)).title).toBe('This page is blocked')
    const again = await world.open('https://board.test/harm')
    await blockScreen(again)
    expect(world.whole.sites.hits('board.test').filter(({ path }) => path === '/harm')).toHaveLength(1)
  })

  it('is found in shadow roots that the page has closed', async () => {
    await blockScreen(await world.open('https://board.test/shadow'))
  })

  it.each(['/drawn', '/long'])('is found where few look (%s)', async (path) => {
    await blockScreen(await world.open(`https://board.test${path}`))
  })

  it('is blocked while an assistant is still writing it', async () => {
    await blockScreen(await world.open('https://board.test/stream'))
  })

  it('is blocked when the page moves there without a load', async () => {
    const page = await world.open('https://board.test/moves')
    await page.waitForTimeout(5500)
    await page.getByRole('button', { name: 'Next' }).click()
    await blockScreen(page)
  })

  it('is stopped alone when it is a frame of a page that is fine', async () => {
    const page = await world.open('https://board.test/frame')
    const isVeiled = () =>
      page
        .frames()
        .find((one) => one.url().endsWith('/inner'))
        ?.evaluate(() => document.documentElement.style.display === 'none')
    await until('the frame to be veiled', isVeiled)
    expect(page.url()).toBe('https://board.test/frame')
  })
})

describe('a page whose words are fine', () => {
  it('stays, on a site for learning as anywhere, and so does one whose harm nobody can see', async () => {
    const urls = ['https://www.bbc.co.uk/fine', 'https://board.test/fine', 'https://board.test/hidden']
    await Promise.all(urls.map(async (url) => stillThere(await world.pupil.open(url), url)))
  })
})

describe('words that a pupil writes', () => {
  it('bring a hint that can be ignored, in light and dark, wide and narrow', async () => {
    const page = await world.open('https://chat-page.test/write')
    await page.locator('#message').click()
    await page.keyboard.type('you are so ugly and fat, nobody likes you, just go away')
    await shows(page, 'Think before you post')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('message')
    await page.screenshot({ path: 'test/output/screens/nudge-light.png' })
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.setViewportSize({ width: 340, height: 640 })
    await page.screenshot({ path: 'test/output/screens/nudge-dark-narrow.png' })
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width: 1280, height: 720 })
    await page.keyboard.press('Escape')
    expect(await readsOn(page)).not.toContain('Think before you post')
    expect(await page.locator('#message').inputValue()).toContain('nobody likes you')
  })

  it('are noticed in a shadow root that the page has closed', async () => {
    const page = await world.open('https://chat-page.test/behind')
    await page.locator('#host').click()
    await page.keyboard.press('Tab')
    await page.keyboard.type('you are so ugly and fat, nobody likes you, just go away')
    await shows(page, 'Think before you post')
  })

  it('show help and reach the safeguarding team when they are grave', async () => {
    const dsl = await world.whole.consoles.as('dsl', '/flags')
    const page = await world.open('https://chat-page.test/write')
    await page.locator('#message').click()
    await page.keyboard.type('some days i want to kill myself tonight')
    await shows(page, 'Are you OK?')
    expect(await readsOn(page)).toContain('116 123')
    await page.screenshot({ path: 'test/output/screens/nudge-help.png' })
    const row = dsl
      .getByRole('button')
      .filter({ hasText: classPupils[0]?.name ?? '' })
      .filter({ hasText: 'Self-harm and suicide · Wrote it' })
      .first()
    await row.click()
    const drawer = dsl.getByRole('dialog')
    await drawer.getByText('Wrote it').waitFor()
    expect(await drawer.locator('mark').textContent()).toContain('kill myself')
  })

  it('are never told of a password field, nor of one whose letters the page hides', async () => {
    const page = await world.open('https://chat-page.test/write')
    for (const id of ['#secret', '#masked']) {
      await page.locator(id).click()
      await page.keyboard.type('correct horse battery')
      await page.keyboard.press('Enter')
    }
    await page.locator('#message').click()
    await page.keyboard.type('the last words of this test')
    await until('the words after them to be told', async () =>
      (await world.heard.typed()).includes('the last words of this test'),
    )
    expect(await world.heard.typed()).not.toContain('correct horse')
  })
})
