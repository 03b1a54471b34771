import type { PageSignId } from '../domain/page-sign.ts'

/**
 * Where in a document a sign stands. Two halves make a proof only when they come from different places; a worker and its scope, which
 * are often named alike, are one.
 */
type Place = 'file' | 'inline' | 'attribute' | 'worker' | 'scope' | 'global'

export interface PageSign {
  readonly software: string
  readonly place: Place
  /** True: nothing but the proxy itself has it. False: half a proof. */
  readonly proof: boolean
  /** `attribute`: a CSS selector. `global`: a name. Else a regular expression over a path or the beginning of a script. */
  readonly form: RegExp | string
}

/** A sign that is a proof by itself. */
export const sign = (software: string, place: Place, form: PageSign['form'], proof = true): PageSign => ({
  software,
  place,
  proof,
  form,
})
/** Half a proof. */
export const half = (software: string, place: Place, form: PageSign['form']): PageSign =>
  sign(software, place, form, false)

export const uv = 'Ultraviolet'
export const scramjet = 'Scramjet'
export const rammerhead = 'Rammerhead'
const croxy = 'CroxyProxy'
export const transport = 'a proxy’s transport'

/**
 * What the web proxies that pupils use leave in the pages they bring, read from their published source. Words on a page are no signs:
 * who writes about a proxy shows its code as text, never runs its files. A sign's key is what a page gate tells the device. What
 * only the page's own world knows stands in `page-proof.ts`, which no page has to carry.
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
  'rammerhead-file': sign(rammerhead, 'file', /(?:^|\/)rammerhead(?:\.min)?\.js$/i),
  'hammerhead-file': half(rammerhead, 'file', /(?:^|\/)hammerhead(?:\.min)?\.js$/i),
  'hammerhead-attribute': sign(
    rammerhead,
    'attribute',
    '[src-hammerhead-stored-value],[href-hammerhead-stored-value],[action-hammerhead-stored-value],.script-hammerhead-shadow-ui',
  ),
  'hammerhead-inline': half(rammerhead, 'inline', /^\s*\/\*hammerhead\|script\|start\*\//),
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
  'transport-file': half(
    transport,
    'file',
    /(?:^|\/)(?:epoxy|libcurl|bare(?:-as-module3|mod|mux)?)(?:-(?:transport|tls))?\/(?:dist\/)?index\.(?:m|c)?js$/i,
  ),
} as const satisfies Partial<Record<PageSignId, PageSign>>

const all = Object.entries(pageSigns).map(([id, one]): PageSign & { readonly id: PageSignId } => ({
  id: id as PageSignId,
  ...one,
}))

/** The signs of one place with their forms. */
export const signsOf = (place: Place): { id: PageSignId; form: RegExp | string }[] =>
  all.flatMap((one) => (one.place === place ? [{ id: one.id, form: one.form }] : []))

/** The signs of a place that a text has: a path without its query, or the beginning of a script that runs. */
export const signsIn = (place: 'file' | 'inline' | 'worker' | 'scope', text: string): PageSignId[] =>
  all.flatMap(({ id, place: its, form }) =>
    its === place && form instanceof RegExp && form.test(text) ? [id] : [],
  )
