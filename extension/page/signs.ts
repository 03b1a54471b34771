import { signsIn, signsOf } from '#shared/classify/page-signs.ts'
import type { PageSignId } from '#shared/domain/page-sign.ts'
import { slice, whenIdle } from './idle.ts'

/** Told of all signs so far each time there is a new one. `ownWorker`: a service worker of its own site may have made this document. */
export type TellSigns = (signs: readonly PageSignId[], ownWorker: boolean) => void

/** Only scripts that run: code that is shown, or carried as data, is what a page writes about. */
const runs = /^(?:|module|(?:text|application)\/(?:java|ecma)script)$/i
/** A proxy's own inline scripts are short; of longer ones the beginning will do. */
const longestInline = 4000
/** What a page starts later than at `load`: registering its worker, its first frames. */
const lookAgainAfterMs = 1500
/** While a document is being read. */
const restMs = 50

const selectors = signsOf('attribute')

function signsOfScript(script: HTMLScriptElement): PageSignId[] {
  if (!runs.test(script.type)) return []
  if (script.src === '') return signsIn('inline', (script.textContent ?? '').slice(0, longestInline))
  return signsIn('file', pathOf(script.src))
}

const pathOf = (url: string): string => (URL.canParse(url) ? new URL(url).pathname : '')

/**
 * Looks for what web proxies leave in a document. It reads elements, never text, and from the isolated world, where a page's own
 * disguise of its DOM does not reach.
 */
export function lookForSigns(view: Window & typeof globalThis, tell: TellSigns): void {
  const { document } = view
  const found = new Set<PageSignId>()
  let ownWorker = false
  let told = ''

  const note = (ids: readonly PageSignId[], byOwnWorker = false): void => {
    for (const id of ids) found.add(id)
    ownWorker ||= byOwnWorker
    const all = `${[...found].join()} ${ownWorker}`
    if ((found.size === 0 && !ownWorker) || all === told) return
    told = all
    tell([...found], ownWorker)
  }

  let looked = 0
  const lookAtNewScripts = (): void => {
    const { scripts } = document
    while (looked < scripts.length) {
      const script = scripts[looked++]
      if (script !== undefined) note(signsOfScript(script))
    }
  }
  const lookAtAll = async (): Promise<void> => {
    note([...document.scripts].flatMap(signsOfScript))
    // At once, but for a page so large that the search for each would add up.
    let isOut = slice()
    for (const { id, form } of selectors) {
      if (isOut()) isOut = await whenIdle(view)
      if (document.querySelector(String(form)) !== null) note([id])
    }
  }

  // Scripts stand at the top of what a proxy sends: seen while the page is still being read, it is stopped before it shows much.
  // A record for each of a hundred thousand nodes would keep the page waiting: for a while after a look none is made.
  const whileReading = new MutationObserver(() => {
    whileReading.disconnect()
    lookAtNewScripts()
    view.setTimeout(() => document.readyState === 'loading' && watch(), restMs)
  })
  const watch = (): void => {
    lookAtNewScripts()
    whileReading.observe(document, { childList: true, subtree: true })
  }
  watch()
  document.addEventListener('DOMContentLoaded', () => {
    whileReading.disconnect()
    void lookAtAll()
  })
  view.addEventListener('load', () => {
    void lookAtAll()
    view.setTimeout(() => {
      void lookAtAll()
      void lookAtWorkers(view).then(([ids, own]) => note(ids, own))
    }, lookAgainAfterMs)
  })
  void lookAtWorkers(view).then(([ids, own]) => note(ids, own))
  followResources(view, (paths) => note(paths.flatMap((path) => signsIn('file', path))))
}

/** What the document loads, also from within scripts: modules, WebAssembly, workers. */
function followResources(view: Window & typeof globalThis, see: (paths: string[]) => void): void {
  if (!('PerformanceObserver' in view)) return
  const observer = new view.PerformanceObserver((list) =>
    see(list.getEntries().map(({ name }) => pathOf(name))),
  )
  observer.observe({ type: 'resource', buffered: true })
}

/** Signs of the site's service workers, and whether this document may have come out of one. */
async function lookAtWorkers({ navigator, top, self }: Window): Promise<[PageSignId[], boolean]> {
  // None outside secure contexts; a sandboxed document may not ask, and has none.
  const workers = 'serviceWorker' in navigator ? navigator.serviceWorker : undefined
  const registrations = (await workers?.getRegistrations?.().catch(() => [])) ?? []
  const ids = registrations.flatMap(({ scope, active, waiting, installing }) => [
    ...signsIn('scope', pathOf(scope)),
    ...signsIn('worker', pathOf((active ?? waiting ?? installing)?.scriptURL ?? '')),
  ])
  const isMade = (workers?.controller ?? null) !== null
  return [ids, isMade || (self === top && registrations.length > 0)]
}
