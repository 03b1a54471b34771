/// <reference types="chrome" />
import type { ManagedBrowser } from '../browser/launch.ts'

/** What the scripts in pages have told the background since this began. */
export interface Heard {
  /** All that was read on pages. */
  read(): Promise<string>
  /** All that was told of what somebody writes. */
  typed(): Promise<string>
  /** Begins anew. */
  forget(): Promise<void>
}

interface Told {
  readonly name?: string
  readonly request?: { readonly text?: string }
}

/** Listens beside the background, in its own worker, to what comes from pages. */
export async function listenToPages(pupil: ManagedBrowser): Promise<Heard> {
  const worker = await pupil.waitForWorker()
  await worker.evaluate(() => {
    const heard: unknown[] = []
    Object.assign(globalThis, { heard })
    chrome.runtime.onMessage.addListener((message: unknown) => void heard.push(message))
  })
  const all = async (name: string): Promise<string> => {
    const heard = (await worker.evaluate(() => (globalThis as { heard?: unknown[] }).heard)) as Told[]
    return heard
      .filter((one) => one.name === name)
      .map(({ request }) => request?.text ?? '')
      .join('\n')
  }
  return {
    read: () => all('page.text'),
    typed: () => all('page.typed'),
    forget: () => worker.evaluate(() => void (globalThis as { heard?: unknown[] }).heard?.splice(0)),
  }
}
