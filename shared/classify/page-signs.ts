import type { PageSignId } from '../domain/page-sign.ts'

/**
 * Where in a document a sign stands. Two halves make a proof only when they come from different places; a worker and its scope, which
 * are often named alike, are one.
 */
type Place = 'file' | 'inline' | 'attribute' | 'worker' | 'scope' | 'global'

interface PageSign {
  readonly software: string
  readonly place: Place
  /** True: nothing but the proxy itself has it. False: half a proof. */
  readonly proof: boolean
  /** `attribute`: a CSS selector. `global`: a name. Else a regular expression over a path or the beginning of a script. */
  readonly form: RegExp | string
}

const sign = (software: string, place: Place, form: PageSign['form'], proof = true): PageSign => ({
  software,
  place,
  proof,
  form,
})
const half = (software: string, place: Place, form: PageSign['form']): PageSign =>
  sign(software, place, form, false)

const [uv, scramjet, rammerhead, croxy, transport] = [
  'Ultraviolet',
  'Scramjet',
  'Rammerhead',
  'CroxyProxy',
  'a proxy’s transport',
]

/**
 * What the web proxies that pupils use leave in the pages they bring, read from their published source. Words on a page are no signs:
 * who writes about a proxy shows its code as text, never runs its files. A sign's key is what a page gate tells the device.
 */
export const pageSigns = {
  'uv-file': sign(uv, 'file', /(?:^|\/)uv\.(?:bundle|handler|client|sw)(?:\.[\w-]{4,12})?\.js$/i),
  'uv-config': half(
    uv,
    'file',
    /(?:^|\/)uv(?:\.|\/)(?:bundle|handler|client|config|sw)(?:\.[\w-]{4,12})?\.js$/i,
  ),
  'uv-attribute': sign(
    uv,
    'attribute',
    '[__uv-script],[__uv-attr-src],[__uv-attr-href],[__uv-attr-integrity]',
  ),
  'uv-inline': half(uv, 'inline', /(?:^|[;{}\n])\s*(?:self|window|globalThis)\.__uv\$\w+\s*=/),
  'uv-worker': half(
    uv,
    'worker',
    /(?:^|\/)(?:uv|ultraviolet)(?:\/(?:uv\.)?|[.-]?)(?:sw|service-?worker)\.js$/i,
  ),
  'uv-scope': half(uv, 'scope', /\/(?:uv|ultraviolet)\/service\/$|\/~\/(?:uv\/)?$|^\/service\/$/i),
  'uv-global': sign(uv, 'global', '__uv$config'),
  'uv-client': half(uv, 'global', '__uv'),
  'uv-class': half(uv, 'global', 'Ultraviolet'),
  'scramjet-file': sign(
    scramjet,
    'file',
    /(?:^|\/)scramjet\.(?:all|bundle|client|codecs|controller|shared|sync|worker|wasm)(?:\.\w+)?\.(?:js|wasm)$|(?:^|\/)scramjet\.wasm$/i,
  ),
  'scramjet-attribute': sign(
    scramjet,
    'attribute',
    '[scramjet-attr-src],[scramjet-attr-href],[scramjet-attr-action],[scramjet-attr-script-source-src]',
  ),
  'scramjet-inline': half(scramjet, 'inline', /\$scramjetLoad(?:Controller|Client|Worker)\s*\(/),
  'scramjet-worker': half(
    scramjet,
    'worker',
    /(?:^|\/)scram(?:jet)?[/.-](?:\w+[/.-])?(?:sw|service-?worker)\.js$/i,
  ),
  'scramjet-scope': half(scramjet, 'scope', /\/~\/sj\/$|\/scram(?:jet)?\/(?:service\/)?$/i),
  'scramjet-controller': sign(scramjet, 'global', '$scramjetLoadController'),
  'scramjet-client': sign(scramjet, 'global', '$scramjetLoadClient'),
  'rammerhead-file': sign(rammerhead, 'file', /(?:^|\/)rammerhead(?:\.min)?\.js$/i),
  'hammerhead-file': half(rammerhead, 'file', /(?:^|\/)hammerhead(?:\.min)?\.js$/i),
  'hammerhead-attribute': sign(
    rammerhead,
    'attribute',
    '[src-hammerhead-stored-value],[href-hammerhead-stored-value],[action-hammerhead-stored-value],.script-hammerhead-shadow-ui',
  ),
  'hammerhead-inline': half(rammerhead, 'inline', /^\s*\/\*hammerhead\|script\|start\*\//),
  'hammerhead-global': sign(rammerhead, 'global', '%hammerhead%'),
  'croxy-attribute': sign(
    croxy,
    'attribute',
    '[__cporiginalvalueofhref],[__cporiginalvalueofsrc],[__cporiginalvalueofaction]',
  ),
  'bare-mux-file': sign(
    transport,
    'file',
    /(?:^|\/)bare-?mux\/(?:dist\/)?(?:index|bare|worker|module)\.(?:m|c)?js$/i,
  ),
  'bare-mux-inline': half(transport, 'inline', /new\s+(?:BareMux\.)?BareMuxConnection\s*\(/),
  'bare-mux-global': half(transport, 'global', 'BareMux'),
  'transport-file': half(
    transport,
    'file',
    /(?:^|\/)(?:epoxy|libcurl|bare(?:-as-module3|mod|mux)?)(?:-(?:transport|tls))?\/(?:dist\/)?index\.(?:m|c)?js$/i,
  ),
} as const satisfies Record<PageSignId, PageSign>

const all: readonly (PageSign & { readonly id: PageSignId })[] = (Object.keys(pageSigns) as PageSignId[]).map(
  (id) => ({
    id,
    ...pageSigns[id],
  }),
)

/** The signs of one place with their forms. */
export const signsOf = (place: Place): { id: PageSignId; form: RegExp | string }[] =>
  all.flatMap((one) => (one.place === place ? [{ id: one.id, form: one.form }] : []))

/** The signs of a place that a text has: a path without its query, or the beginning of a script that runs. */
export const signsIn = (place: 'file' | 'inline' | 'worker' | 'scope', text: string): PageSignId[] =>
  all.flatMap(({ id, place: its, form }) =>
    its === place && form instanceof RegExp && form.test(text) ? [id] : [],
  )

/** The software that a document's signs prove, or null when they prove none. */
export function provenBy(ids: readonly PageSignId[]): string | null {
  const signs = ids.map((id): PageSign => pageSigns[id])
  const whole = signs.find(({ proof }) => proof)
  if (whole !== undefined) return whole.software
  const places = new Set(signs.map(({ place }) => (place === 'scope' ? 'worker' : place)))
  return places.size > 1 ? (signs[0]?.software ?? null) : null
}
