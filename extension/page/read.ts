import { createCaptions } from './captions.ts'
import { whenIdle, whenShown } from './idle.ts'
import { createMessages, type TellText } from './messages.ts'
import type { OwnWords } from './own-words.ts'
import { paragraphsOf } from './paragraphs.ts'
import { createPlaces } from './places.ts'
import { createTold } from './told.ts'

/** What changes is looked at this much later, together with all that has changed by then. */
const gatherMs = 700
/** A page whose end does not come is read as far as it is there after this long. */
const endlessMs = 2500
/** A page that changes its address as somebody scrolls does not begin anew each time. */
const anewEveryMs = 5000

/**
 * Reads what can be seen in a document: its title and text once it is there, and what is added, in slices of idle time. Nothing is
 * read while nobody sees the tab, and nothing that somebody has written here.
 */
export function readPage(view: Window & typeof globalThis, tell: TellText, written: () => OwnWords): void {
  const { document } = view
  if (document.readyState !== 'loading') return begin(view, tell, written)
  const start = (): void => {
    clearTimeout(timer)
    document.removeEventListener('DOMContentLoaded', start)
    begin(view, tell, written)
  }
  const timer = view.setTimeout(start, endlessMs)
  document.addEventListener('DOMContentLoaded', start)
}

function begin(view: Window & typeof globalThis, tell: TellText, written: () => OwnWords): void {
  const { document } = view
  const places = createPlaces(view, () => plan())
  let state: 'resting' | 'planned' | 'reading' | 'over' = 'resting'
  let page = nextPage()

  function plan(): void {
    if (state !== 'resting') return
    state = 'planned'
    view.setTimeout(() => void read(), gatherMs)
  }

  function over(): void {
    state = 'over'
    places.stop()
  }
  const isOver = (): boolean => state === 'over'

  /** Another address without another document is another page: what it says counts for itself. */
  function nextPage() {
    places.addAll()
    return {
      address: addressOf(view.location),
      since: performance.now(),
      told: createTold(),
      messages: createMessages(tell, over),
    }
  }

  async function read(): Promise<void> {
    if (isOver()) return
    state = 'reading'
    await whenShown(view)
    if (addressOf(view.location) !== page.address && performance.now() - page.since > anewEveryMs)
      page = nextPage()
    const own = written()
    if (!own.has(document.title)) page.messages.add(page.told.news(document.title))
    places.walking(true)
    await walk(own)
    places.walking(false)
    if (!isOver()) await page.messages.send()
    if (isOver()) return
    state = 'resting'
    if (!places.isEmpty()) plan()
  }

  async function walk(own: OwnWords): Promise<void> {
    const { told, messages } = page
    let isOut = await whenIdle(view)
    for (const root of places.take())
      for (const paragraph of paragraphsOf(root, { later: places.later, opened })) {
        if (paragraph !== '' && !own.has(paragraph)) messages.add(told.news(paragraph))
        if (messages.isFull()) await messages.send()
        if (isOver()) return
        if (isOut()) isOut = await whenIdle(view)
      }
    messages.add(told.end())
  }

  const followCaptions = createCaptions((words) => {
    page.messages.add(page.told.news(words))
    plan()
  })
  const opened = (root: Document | ShadowRoot): void => {
    places.follow(root)
    followCaptions(root)
  }
  opened(document)
  void read()
}

/** A page that moves by `#` alone stays the same page, unless it keeps its places there. */
const addressOf = ({ href, hash }: Location): string =>
  /^#[!/]/.test(hash) ? href : href.slice(0, href.length - hash.length)
