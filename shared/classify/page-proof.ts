import type { PageSignId } from '../domain/page-sign.ts'
import { half, pageSigns, type PageSign, rammerhead, scramjet, sign, transport, uv } from './page-signs.ts'

/** What web proxies make global in the pages they bring. */
const globals = {
  'uv-global': sign(uv, 'global', '__uv$config'),
  'uv-client': half(uv, 'global', '__uv'),
  'uv-class': half(uv, 'global', 'Ultraviolet'),
  'scramjet-controller': sign(scramjet, 'global', '$scramjetLoadController'),
  'scramjet-client': sign(scramjet, 'global', '$scramjetLoadClient'),
  'hammerhead-global': sign(rammerhead, 'global', '%hammerhead%'),
  'bare-mux-global': half(transport, 'global', 'BareMux'),
} as const satisfies Partial<Record<PageSignId, PageSign>>

/** All signs, also those that are asked for only where there is reason to. */
export const everySign = { ...pageSigns, ...globals } as const satisfies Record<PageSignId, PageSign>

/** Names that prove something when the page's own scripts have made them global. */
export const globalSigns: readonly { readonly id: PageSignId; readonly name: string }[] = Object.entries(
  globals,
).map(([id, { form }]) => ({ id: id as PageSignId, name: String(form) }))

/** The software that a document's signs prove, or null when they prove none. */
export function provenBy(ids: readonly PageSignId[]): string | null {
  const signs = ids.map((id): PageSign => everySign[id])
  const whole = signs.find(({ proof }) => proof)
  if (whole !== undefined) return whole.software
  const places = new Set(signs.map(({ place }) => (place === 'scope' ? 'worker' : place)))
  return places.size > 1 ? (signs[0]?.software ?? null) : null
}
