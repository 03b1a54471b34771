import type { Page } from 'playwright-core'

/** Chooses a file of the disk in the field `#f`, as a person does: only then are the events the browser's own. */
export async function chooseFile(tab: Page, file: string): Promise<void> {
  const chooser = tab.waitForEvent('filechooser')
  await tab.locator('#f').click()
  await (await chooser).setFiles(file)
}

/** Drops files of the disk where a person would, and the browser makes the events. */
export async function dropFiles(tab: Page, where: string, files: readonly string[]): Promise<void> {
  const box = await tab.locator(where).boundingBox()
  if (box === null) throw new Error('there is nothing to drop it on')
  const session = await tab.context().newCDPSession(tab)
  const data = { items: [], files: [...files], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: box.x + 40, y: box.y + 40, data })
  await session.detach()
}

/** Waits for the screen that says that a picture was not sent, which `send` opens; returns it. */
export async function notSent(tab: Page, send: () => Promise<unknown>): Promise<Page> {
  const opened = tab.context().waitForEvent('page')
  await send()
  const screen = await opened
  await screen.getByRole('heading', { name: 'This picture was not sent' }).waitFor()
  return screen
}
