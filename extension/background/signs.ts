import { globalSigns, provenBy } from '#shared/classify/page-proof.ts'
import type { PageSignId } from '#shared/domain/page-sign.ts'
import type { RequestOf } from '#shared/protocol/page.ts'
import type { Asker, Documents } from './ports.ts'
import type { Relays } from './relays.ts'

/** Weighs what a document has of a web proxy. True when it is one, which is then remembered for its place. */
export type Looking = (seen: RequestOf<'page.signs'>, asker: Asker) => Promise<boolean>

export function createSigns({ relays, documents }: { relays: Relays; documents: Documents }): Looking {
  /** What the page made global can only be asked for in the page's own world; so it is asked only where there is reason to. */
  async function globalsOf({ tabId, isTop, frameId = isTop ? 0 : undefined }: Asker): Promise<PageSignId[]> {
    if (tabId === null || frameId === undefined) return []
    const names = globalSigns.map(({ name }) => name)
    const found = new Set(await documents.globalsIn(tabId, frameId, names))
    return globalSigns.flatMap(({ id, name }) => (found.has(name) ? [id] : []))
  }

  return async ({ signs, ownWorker }, asker) => {
    if (signs.length === 0 && !ownWorker) return false
    const software = provenBy(signs) ?? provenBy([...signs, ...(await globalsOf(asker))])
    return software !== null && relays.note(asker.url, software)
  }
}
