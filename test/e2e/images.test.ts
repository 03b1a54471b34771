import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { until } from '#test/support/browser/until.ts'
import { isBlurred, waitUntilJudged, waitUntilKept, waitUntilShown } from '#test/support/pictures/blurred.ts'
import { lookingPupil } from '#test/support/pictures/looking-pupil.ts'
import { grey, red } from '#test/support/pictures/picture-sites.ts'
import { plain } from '#test/support/pictures/png.ts'
import { chooseFile, notSent } from '#test/support/pictures/sending.ts'
import { extensionWithModel } from '#test/support/pictures/test-model.ts'
import { blockScreen, popupSays, waitForSchool } from '#test/support/whole/pupil-screen.ts'
import { putToSleep, waitForListed } from '#test/support/whole/raw-pupil.ts'
import { classPupils } from '#test/support/whole/school.ts'

const world = lookingPupil()

describe('a picture on a page that nobody knows', () => {
  it('is blurred at once, and shown when nothing is against it', async () => {
    world.serve('photos.test', { '/': '<img id="a" src="/grey.png">' })
    const tab = await world.pupil.context.newPage()
    await tab.addInitScript(() => {
      const seen: boolean[] = []
      Object.assign(globalThis, { seen })
      const note = (): void => {
        const image = document.querySelector('img')
        if (image?.complete === true) seen.push(getComputedStyle(image).filter.includes('blur'))
        if (seen.length < 2000) requestAnimationFrame(note)
      }
      requestAnimationFrame(note)
    })
    await tab.goto('https://photos.test/')
    await waitUntilShown(tab, '#a')
    expect(await tab.evaluate(() => (globalThis as unknown as { seen: boolean[] }).seen[0])).toBe(true)
    await tab.close()
  })

  it('stays blurred with a reason when something is, and one tap shows it', async () => {
    world.serve('kept.test', { '/': '<img id="a" src="/red.png"><img id="b" src="/grey-2.png">' })
    const tab = await world.pupil.open('https://kept.test/')
    await waitUntilJudged(tab, '#b', '#a')
    // The buttons lie in a closed shadow, where only a person reaches them.
    await tab.keyboard.press('Tab')
    await tab.keyboard.press('Enter')
    await waitUntilShown(tab, '#a')
    await tab.close()
  })

  it('is let be when it is small', async () => {
    world.serve('icons.test', {
      '/': '<img id="a" src="/small.png"><img id="b" src="/red.png" width="40" height="30">',
    })
    const tab = await world.pupil.open('https://icons.test/')
    await Promise.all([waitUntilShown(tab, '#a'), waitUntilShown(tab, '#b')])
    await tab.close()
  })

  it('is judged anew when another takes its place, and hidden until then', async () => {
    world.serve('swap.test', { '/': '<img id="a" src="/grey.png">' })
    const tab = await world.pupil.open('https://swap.test/')
    await waitUntilShown(tab, '#a')
    const { before, after } = await tab.evaluate(async () => {
      const image = document.querySelector('img') as HTMLImageElement
      const isBlurred = (): boolean => getComputedStyle(image).filter.includes('blur')
      image.src = '/red.png'
      await Promise.resolve()
      const before = isBlurred()
      await new Promise((resolve) => setTimeout(resolve, 1500))
      return { before, after: isBlurred() }
    })
    expect({ before, after }).toEqual({ before: true, after: true })
    await tab.close()
  })

  it('is found in a shadow, as a background, in the still of a video, and from another site', async () => {
    world.serve('cdn.test', {})
    world.serve('many.test', {
      '/':
        '<div id="s"></div><div id="b" style="width: 300px; height: 200px; background: url(/grey.png)"></div>' +
        '<video id="v" width="300" height="200" poster="/grey-2.png"></video><img id="c" src="https://cdn.test/grey.png">' +
        '<script>s.attachShadow({ mode: "open" }).innerHTML = `<img id="i" src="/grey.png">`</script>',
    })
    const tab = await world.pupil.open('https://many.test/')
    await waitUntilShown(tab, '#i')
    await waitUntilShown(tab, '#v')
    await waitUntilShown(tab, '#c')
    await until('the background', () =>
      tab.locator('#b').evaluate((element) => getComputedStyle(element).backgroundImage.includes('grey')),
    )
    await tab.close()
  })

  it('is found as a background that a script sets later', async () => {
    world.serve('later.test', { '/': '<div id="b" style="width: 300px; height: 200px"></div>' })
    const tab = await world.pupil.open('https://later.test/')
    const set = (name: string): Promise<string> =>
      tab.locator('#b').evaluate((element, url) => (element.style.backgroundImage = `url(${url})`), name)
    const hasNone = (): Promise<boolean> =>
      tab.locator('#b').evaluate((element) => getComputedStyle(element).backgroundImage === 'none')
    await set('/grey.png')
    await until('the background', async () => !(await hasNone()))
    await set('/red.png')
    await waitUntilKept(tab)
    expect(await hasNone()).toBe(true)
    await tab.close()
  })

  it('is looked at once when it moves, and a bomb or a damaged one harms nobody', async () => {
    world.serve('odd.test', {
      '/': '<img id="a" src="/animated.png"><img id="b" src="/bomb.png" width="300" height="300"><img id="c" src="/corrupt.png" width="300" height="200">',
    })
    const tab = await world.pupil.open('https://odd.test/')
    await waitUntilShown(tab, '#a')
    await tab.waitForTimeout(2000)
    // What the browser cannot open either shows nothing but its words.
    expect(await isBlurred(tab, '#b')).toBe(false)
    const after = await world.pupil.open('https://photos.test/')
    await waitUntilShown(after, '#a')
    await Promise.all([tab.close(), after.close()])
  })
})

describe('a page whose pictures are pornography again and again', () => {
  it('gives way to the block page, which says why, and is held before it loads the next time', async () => {
    world.serve('gallery.test', {
      '/all': ['red', 'red-2', 'red-3', 'red-4'].map((name) => `<img src="/${name}.png">`).join(''),
    })
    const tab = await world.pupil.open('https://gallery.test/all')
    const { text } = await blockScreen(tab)
    expect(text).toContain('4 of 4 pictures')
    world.whole.sites.clear()
    await blockScreen(await world.pupil.open('https://gallery.test/all'))
    expect(world.whole.sites.hits('gallery.test')).toEqual([])
  })
})

const form =
  '<input type="file" id="f"><output id="o"></output><script>f.addEventListener("change", async () => {' +
  'const bytes = new Uint8Array(await f.files[0].arrayBuffer()); o.textContent = `${f.files[0].name} ${bytes.length} ${bytes.join()}` })</script>'

/** Chooses a picture of the disk, or another file, of this name. */
async function choose(tab: Page, name: string, bytes: Buffer): Promise<void> {
  const file = join(world.extensionDir, name)
  await writeFile(file, bytes)
  await chooseFile(tab, file)
}

describe('a picture that is about to be sent', () => {
  it('reaches the page byte by byte when nothing is against it', async () => {
    world.serve('forum.test', { '/': form })
    const tab = await world.pupil.open('https://forum.test/')
    const buffer = plain(200, 150, grey)
    await choose(tab, 'lesson.png', buffer)
    await tab.locator('#o').filter({ hasText: 'lesson.png' }).waitFor()
    const bytes = [...buffer].join()
    expect(await tab.locator('#o').textContent()).toBe(`lesson.png ${buffer.length} ${bytes}`)
    await tab.close()
  })

  it('is none of our business when it is no picture', async () => {
    const tab = await world.pupil.open('https://forum.test/')
    const buffer = Buffer.from('my homework')
    await choose(tab, 'essay.txt', buffer)
    await tab.locator('#o').filter({ hasText: 'essay.txt 11' }).waitFor()
    await tab.close()
  })

  it('is stopped in a field that stands nowhere in the page, too', async () => {
    world.serve('chat.test', {
      '/':
        '<button id="f">Send a picture</button><output id="o"></output><script>' +
        'const got = (how, files) => { o.textContent += `${how} ${files.length} ` };' +
        'f.onclick = () => { const i = document.createElement("input"); i.type = "file"; i.onchange = () => got("chosen", i.files); i.click() };' +
        '</script>',
    })
    const tab = await world.pupil.open('https://chat.test/')
    await choose(tab, 'fine.png', plain(200, 150, grey))
    await tab.locator('#o').filter({ hasText: 'chosen 1' }).waitFor()
    expect(await tab.locator('input').count()).toBe(0)
    const screen = await notSent(tab, () => choose(tab, 'nude.png', plain(220, 150, red)))
    await screen.close()
    expect(await tab.locator('#o').textContent()).toBe('chosen 1 ')
    await tab.close()
  })

  it('is stopped when it is likely a nude: a kind screen, a flag without the picture, and nothing for the page', async () => {
    const tab = await world.pupil.open('https://forum.test/')
    const buffer = plain(200, 150, red)
    const screen = await notSent(tab, () => choose(tab, 'secret-name.png', buffer))
    const words = (await screen.locator('body').textContent()) ?? ''
    for (const said of ['You are not in trouble', 'Report Remove', 'Childline', 'CEOP'])
      expect(words).toContain(said)
    expect(await tab.locator('#o').textContent()).toBe('')
    expect(await tab.locator('#f').evaluate((input: HTMLInputElement) => input.files?.length)).toBe(0)

    const dsl = await world.whole.consoles.as('dsl', '/flags')
    await dsl
      .getByRole('button')
      .filter({ hasText: classPupils[0]?.name ?? '' })
      .filter({ hasText: 'Sexting' })
      // The newest of the two: another site was tried before.
      .first()
      .click()
    const flag = (await dsl.getByRole('dialog').textContent()) ?? ''
    expect(flag).toContain('Was about to send a picture')
    expect(flag).toMatch(/(?:forum|chat)\.test/u)
    expect(flag).not.toContain('secret-name')
    // Nothing of the picture has come to the school: neither its bytes, nor a form of them, nor its name.
    const stored = (
      await readdir(world.whole.school.dataDir, { recursive: true, withFileTypes: true })
    ).filter((it) => it.isFile())
    for (const it of stored) {
      const bytes = await readFile(join(it.parentPath, it.name))
      for (const sign of [buffer.subarray(0, 24), buffer.subarray(0, 24).toString('base64'), 'secret-name'])
        expect(bytes.includes(sign)).toBe(false)
    }
    await screen.close()
    await tab.close()
  })
})

describe('when things break', () => {
  it('a worker that is killed is woken by the next picture', async () => {
    const raw = await world.whole.rawPupil(1, { extensionDir: world.extensionDir })
    world.serve('late.test', { '/': '' })
    await waitForListed(raw, world.whole.sites)
    const tab = await raw.open('https://late.test/')
    await until('the page', () => tab.evaluate<boolean>('document.querySelector("h1") !== null'))
    for (const [id, isShown] of [
      ['grey', true],
      ['red', false],
    ] as const) {
      await putToSleep(raw)
      await tab.evaluate(
        `document.body.insertAdjacentHTML('beforeend', '<img id="${id}" src="/${id}.png">'); document.getElementById('${id}').decode()`,
      )
      const blur = `getComputedStyle(document.getElementById('${id}')).filter.includes('blur')`
      if (isShown) await until('it to be shown', async () => !(await tab.evaluate<boolean>(blur)))
      else
        await until('the reason', () =>
          tab.evaluate<boolean>('document.querySelector("html > div") !== null'),
        )
      expect(await tab.evaluate<boolean>(blur)).toBe(!isShown)
    }
  })

  it.each(['absent', 'damaged'] as const)(
    'a model that is %s hides no picture and stops no upload: the popup says so, and lists still protect',
    async (model) => {
      const broken = await extensionWithModel(model)
      const other = await world.whole.pupil(2, { extensionDir: broken.dir })
      const popup = await waitForSchool(other)
      const tab = await other.open('https://kept.test/')
      await waitUntilShown(tab, '#a')
      await popupSays(
        popup,
        'the fault',
        ({ faults, state }) => state === 'partly' && faults.join().includes('Pictures cannot be looked at'),
      )
      const form = await other.open('https://forum.test/')
      await choose(form, 'any.png', plain(200, 150, red))
      await form.locator('#o').filter({ hasText: 'any.png' }).waitFor()
      await blockScreen(await other.open('https://bad.test/'))
      await other.close()
      await broken.remove()
    },
  )
})
