import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { ensureChromium } from '../browser/chromium.ts'
import type { Person } from './school.ts'

/** What a member of staff has in front of them. */
export interface ConsoleOptions {
  readonly width?: number
  readonly height?: number
  readonly dark?: boolean
  /** Runs on the tab before it goes anywhere, for instance to hold back what the network brings. */
  readonly before?: (page: Page) => Promise<unknown>
}

/** Consoles in an ordinary browser without the extension, each in a context of its own. */
export interface Consoles {
  /** Signs in by link as a person and goes to a place of the console. */
  as(person: Person, place?: string, options?: ConsoleOptions): Promise<Page>
  /** The same, signed in once more. */
  anew(person: Person, place?: string, options?: ConsoleOptions): Promise<Page>
  close(): Promise<void>
}

/** @param nextLink a link that nobody has used yet */
export function openConsoles(origin: string, nextLink: (person: Person) => string | undefined): Consoles {
  let browser: Promise<Browser> | null = null
  const contexts = new Map<Person, BrowserContext>()
  const launch = async (): Promise<Browser> =>
    chromium.launch({
      executablePath: await ensureChromium(),
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
    })

  async function signIn(person: Person): Promise<BrowserContext> {
    const known = contexts.get(person)
    if (known !== undefined) return known
    const link = nextLink(person)
    if (link === undefined) throw new Error(`no sign-in link is left for ${person}`)
    browser ??= launch()
    const context = await (await browser).newContext({ locale: 'en-GB', timezoneId: 'Europe/London' })
    contexts.set(person, context)
    const page = await context.newPage()
    await page.goto(link)
    await page.getByRole('navigation').first().waitFor()
    await page.close()
    return context
  }
  const as: Consoles['as'] = async (
    person,
    place = '/',
    { width = 1280, height = 800, dark = false, before } = {},
  ) => {
    const page = await (await signIn(person)).newPage()
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' })
    await before?.(page)
    await page.goto(origin + place)
    await page.getByRole('navigation').first().waitFor()
    return page
  }
  return {
    as,
    anew: (person, place, options) => {
      contexts.delete(person)
      return as(person, place, options)
    },
    async close() {
      if (browser !== null) await (await browser).close()
    },
  }
}
