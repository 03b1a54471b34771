import type { Locator, Page } from 'playwright-core'

/** Starts the lesson of Year 8 Science on the teacher's console and waits for its wall of tiles. */
export async function startLesson(teacher: Page): Promise<void> {
  await teacher.goto(new URL('/lesson', teacher.url()).href)
  await teacher.getByRole('button', { name: 'Start lesson' }).click()
  await teacher.getByRole('heading', { name: '8B Science' }).waitFor()
}

/** A pupil's tile on the wall. */
export const tileOf = (teacher: Page, name: string): Locator =>
  teacher.locator('[data-tile]').filter({ hasText: name })

/** Gives the whole class a command by its button and, where it asks for words, its dialog. */
export async function giveAll(
  teacher: Page,
  button: 'Lock' | 'Unlock' | 'Open a site' | 'Message',
  words?: string,
): Promise<void> {
  await teacher.getByRole('button', { name: button, exact: true }).first().click()
  if (button === 'Unlock') return
  const dialog = teacher.getByRole('dialog')
  await dialog.getByRole('textbox').fill(words ?? '')
  await dialog
    .getByRole('button', {
      name: { Lock: 'Lock', 'Open a site': 'Open', Message: 'Send' }[button],
      exact: true,
    })
    .click()
}

/** What a pupil can read on a page, shadow roots that are closed to scripts included. */
export async function readsOn(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page)
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true })
  await session.detach()
  const words: string[] = []
  const walk = (node: typeof root): void => {
    if (node.nodeType === 3) words.push(node.nodeValue)
    for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) walk(child)
  }
  walk(root)
  return words.join(' ')
}
