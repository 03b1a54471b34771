import type { PageSignId } from '../domain/page-sign.ts'
import { pageSigns } from './page-signs.ts'

/** What web proxies make global in the pages they bring. */
const globals = {
  'uv-global': '__uv$config',
  'uv-client': '__uv',
  'uv-class': 'Ultraviolet',
  'scramjet-controller': '$scramjetLoadController',
  'scramjet-client': '$scramjetLoadClient',
  'hammerhead-global': '%hammerhead%',
  'bare-mux-global': 'BareMux',
} as const satisfies Partial<Record<PageSignId, string>>

/** What a sign speaks for. `alone`: nothing but that proxy has it, so that it is a proof by itself; else it is half a proof. */
interface Proof {
  readonly software: string
  readonly alone: boolean
}
const alone = (software: string): Proof => ({ software, alone: true })
const half = (software: string): Proof => ({ software, alone: false })

const uv = 'Ultraviolet'
const scramjet = 'Scramjet'
const rammerhead = 'Rammerhead'
const transport = 'a proxy’s transport'

const proofs: Readonly<Record<PageSignId, Proof>> = {
  'uv-file': alone(uv),
  'uv-config': half(uv),
  'uv-attribute': alone(uv),
  'uv-inline': half(uv),
  'uv-worker': half(uv),
  'uv-scope': half(uv),
  'scramjet-file': alone(scramjet),
  'scramjet-attribute': alone(scramjet),
  'scramjet-inline': half(scramjet),
  'scramjet-worker': half(scramjet),
  'scramjet-scope': half(scramjet),
  'rammerhead-file': alone(rammerhead),
  'hammerhead-file': half(rammerhead),
  'hammerhead-attribute': alone(rammerhead),
  'hammerhead-inline': half(rammerhead),
  'croxy-attribute': alone('CroxyProxy'),
  'bare-mux-file': alone(transport),
  'bare-mux-inline': half(transport),
  'transport-file': half(transport),
  'uv-global': alone(uv),
  'uv-client': half(uv),
  'uv-class': half(uv),
  'scramjet-controller': alone(scramjet),
  'scramjet-client': alone(scramjet),
  'hammerhead-global': alone(rammerhead),
  'bare-mux-global': half(transport),
}

/** Names that prove something when the page's own scripts have made them global. */
export const globalSigns: readonly { readonly id: PageSignId; readonly name: string }[] = Object.entries(
  globals,
).map(([id, name]) => ({ id: id as PageSignId, name }))

/**
 * Where each sign stands. Two halves make a proof only when they come from different places; a worker and its scope, which are often
 * named alike, are one.
 */
const places: ReadonlyMap<string, string> = new Map(
  Object.entries({ ...pageSigns, global: globals }).flatMap(([place, forms]) =>
    Object.keys(forms).map((id) => [id, place === 'scope' ? 'worker' : place] as const),
  ),
)

/** The software that a document's signs prove, or null when they prove none. */
export function provenBy(ids: readonly PageSignId[]): string | null {
  const whole = ids.find((id) => proofs[id].alone)
  if (whole !== undefined) return proofs[whole].software
  const [first] = ids
  const apart = new Set(ids.map((id) => places.get(id)))
  return first !== undefined && apart.size > 1 ? proofs[first].software : null
}
