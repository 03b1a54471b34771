import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { until } from '#test/support/browser/until.ts'
import { answerByName, documentOf, lesson, pathOf } from '#test/support/sites/read-pages.ts'
import { readsOn } from '#test/support/whole/lesson.ts'
import { listeningPupil } from '#test/support/whole/listening-pupil.ts'

const host = 'https://notes.test'
/** On a page of somebody else's these words shut it. */
const grave =
  'how many pills to overdose and die, the best ways to cut yourself deep, tips for killing yourself painlessly'

const html = (body: string, script = ''): string =>
  documentOf('Notes', body, {
    style: 'body { min-height: 300px } [contenteditable] { min-height: 40px }',
    script,
  })
const draft = `<p id="draft">${grave}. ${grave}.</p>`
/** Draws what is typed into a field that nobody sees, as editors for code do. */
const mirrored = (outer: string, field: string, lines: string): string =>
  html(
    `<div class="${outer}" style="position: relative; height: 200px"><textarea class="${field}" style="position: absolute; width: 1px; height: 1em; opacity: 0"></textarea><div class="${lines}">${draft}</div></div>`,
    `const field = document.querySelector('textarea'); const lines = field.nextElementSibling
     document.querySelector('div').onclick = () => field.focus()
     field.oninput = () => { const line = document.createElement('div'); line.textContent = field.value; lines.append(line); field.value = '' }`,
  )

const editors: Readonly<Record<string, string>> = {
  'body contenteditable': `<!doctype html><html lang="en"><meta charset="utf-8"><title>Notes</title><body contenteditable>${draft}<p id="here">.</p>`,
  'html contenteditable': `<!doctype html><html lang="en" contenteditable="true"><meta charset="utf-8"><title>Notes</title>${draft}<p id="here">.</p>`,
  'a document in design mode': html(`${draft}<p id="here">.</p>`, `document.designMode = 'on'`),
  'plaintext-only': html(
    `<main contenteditable="plaintext-only">${grave}. ${grave}. <p id="here">.</p></main>`,
  ),
  'an island in an editor': html(
    `<main contenteditable="TRUE"><div id="note" contenteditable="false"><p>A note.</p></div><p id="here">.</p></main>`,
    `setTimeout(() => { note.innerHTML = ${JSON.stringify(draft)} }, 300)`,
  ),
  'an editor that writes by itself': html(
    `<main contenteditable="true">${draft}<p id="here">.</p></main>`,
    `document.querySelector('main').addEventListener('beforeinput', (event) => { event.preventDefault(); here.textContent += event.data ?? '' })`,
  ),
  'a text box by its role': html(
    `<main role="textbox" contenteditable="true">${draft}<p id="here">.</p></main>`,
  ),
  Monaco: mirrored('monaco-editor', 'inputarea', 'view-lines'),
  'CodeMirror 5': mirrored('CodeMirror', '', 'CodeMirror-code'),
  Ace: mirrored('ace_editor', 'ace_text-input', 'ace_text-layer'),
}

const elsewhere: Readonly<Record<string, string>> = {
  'a preview beside the field': html(
    '<textarea id="here" rows="4" cols="60"></textarea><section id="preview"></section>',
    `here.oninput = () => { preview.innerHTML = '<p></p>'; preview.firstChild.append(here.value.replaceAll('*', '')) }`,
  ),
  'a conversation that repeats what was sent': html(
    '<section id="room"></section><form><input id="here" size="80"></form>',
    `document.forms[0].onsubmit = (event) => { event.preventDefault(); const said = document.createElement('p')
     said.innerHTML = '<b>Amara</b> '; said.append(here.value, ' 10:42'); here.value = ''; setTimeout(() => room.append(said), 1500) }`,
  ),
}

const frames: Readonly<Record<string, string>> = {
  frames: html(`<p>${lesson}</p><iframe src="/design" width="600" height="200"></iframe>`),
  design: html(draft, `document.designMode = 'on'`),
}
const world = listeningPupil(['notes.test'], answerByName({ ...editors, ...elsewhere, ...frames }))

/** Writes as a person does: the events are the browser's own. */
async function write(page: Page, text: string): Promise<void> {
  await page.locator('#here, [class]').first().click()
  await page.keyboard.press('End')
  await page.keyboard.insertText(text)
}

async function isStillOpen(page: Page, url: string): Promise<void> {
  await page.waitForTimeout(3500)
  expect(page.url()).toBe(url)
}

describe('what a pupil writes and has written shuts nothing', () => {
  it.each(Object.keys(editors))('%s: nothing of it is read as a page', async (name) => {
    const url = `${host}${pathOf(name)}`
    const page = await world.open(url)
    const mark = `written in ${pathOf(name).slice(1)} `
    await write(page, `${mark} i want to kill myself tonight. ${grave}`)
    await until('the words to be told as typed ones', async () => (await world.heard.typed()).includes(mark))
    await until('the hint', async () => (await readsOn(page)).includes('Are you OK?'))
    await isStillOpen(page, url)
    const read = await world.heard.read()
    expect(read).not.toContain('overdose')
    expect(read).not.toContain(mark)
    await page.close()
  })

  it.each(Object.keys(elsewhere))('%s: the words are theirs wherever they are shown', async (name) => {
    const url = `${host}${pathOf(name)}`
    const page = await world.open(url)
    const mark = `said in ${pathOf(name).slice(1)} `
    await write(page, `${mark} i want to *kill myself* tonight. ${grave}`)
    await page.keyboard.press('Enter')
    await until('the words to be told as typed ones', async () => (await world.heard.typed()).includes(mark))
    await isStillOpen(page, url)
    expect(await world.heard.read()).not.toContain('overdose')
    await page.close()
  })

  it('an editor in a frame is theirs, and the page around it is read', async () => {
    const page = await world.open(`${host}/frames`)
    await until('the page to be read', async () => (await world.heard.read()).includes('The water cycle'))
    const frame = page.frameLocator('iframe')
    await frame.locator('#draft').click()
    await page.keyboard.insertText(' written in a frame, i want to kill myself tonight')
    await until('the words to be told', async () =>
      (await world.heard.typed()).includes('written in a frame'),
    )
    await isStillOpen(page, `${host}/frames`)
    expect(await frame.locator('html').evaluate((root) => root.style.display)).toBe('')
    expect(await world.heard.read()).not.toContain('overdose')
    await page.close()
  })
})
