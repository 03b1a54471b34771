import type { PageSignId } from '../domain/page-sign.ts'

/** Where in a document a page gate looks for signs. */
export type Place = 'file' | 'inline' | 'attribute' | 'worker' | 'scope'

/** A regular expression over a path or the beginning of a script; for an attribute a CSS selector. */
type Forms = Partial<Record<PageSignId, RegExp | string>>

/**
 * What the web proxies that pupils use leave in the pages they bring, by place, read from their published source. Words on a page are no
 * signs: who writes about a proxy shows its code as text, never runs its files. A sign's key is what a page gate tells the device. What
 * a sign proves, and what only the page's own world knows, stands in `page-proof.ts`, which no page has to carry.
 */
export const pageSigns = {
  file: {
    'uv-file': /\/uv\.(?:bundle|handler|client|sw)(?:\.[\w-]{4,12})?\.js$/i,
    'uv-config': /\/uv(?:\.|\/)(?:bundle|handler|client|config|sw)(?:\.[\w-]{4,12})?\.js$/i,
    'scramjet-file':
      /\/scramjet\.(?:all|bundle|client|codecs|controller|shared|sync|worker|wasm)(?:\.\w+)?\.(?:js|wasm)$|\/scramjet\.wasm$/i,
    'rammerhead-file': /\/rammerhead(?:\.min)?\.js$/i,
    'hammerhead-file': /\/hammerhead(?:\.min)?\.js$/i,
    'bare-mux-file': /\/bare-?mux\/(?:dist\/)?(?:index|bare|worker|module)\.(?:m|c)?js$/i,
    'transport-file':
      /\/(?:epoxy|libcurl|bare(?:-as-module3|mod|mux)?)(?:-(?:transport|tls))?\/(?:dist\/)?index\.(?:m|c)?js$/i,
  },
  attribute: {
    'uv-attribute': '[__uv-script],[__uv-attr-src],[__uv-attr-href],[__uv-attr-integrity]',
    'scramjet-attribute':
      '[scramjet-attr-src],[scramjet-attr-href],[scramjet-attr-action],[scramjet-attr-script-source-src]',
    'hammerhead-attribute':
      '[src-hammerhead-stored-value],[href-hammerhead-stored-value],[action-hammerhead-stored-value],.script-hammerhead-shadow-ui',
    'croxy-attribute': '[__cporiginalvalueofhref],[__cporiginalvalueofsrc],[__cporiginalvalueofaction]',
  },
  inline: {
    'uv-inline': /(?:^|[;{}\n])\s*(?:self|window|globalThis)\.__uv\$\w+\s*=/,
    'scramjet-inline': /\$scramjetLoad(?:Controller|Client|Worker)\s*\(/,
    'hammerhead-inline': /^\s*\/\*hammerhead\|script\|start\*\//,
    'bare-mux-inline': /new\s+(?:BareMux\.)?BareMuxConnection\s*\(/,
  },
  worker: {
    'uv-worker': /\/(?:uv|ultraviolet)(?:\/(?:uv\.)?|[.-]?)(?:sw|service-?worker)\.js$/i,
    'scramjet-worker': /\/scram(?:jet)?[/.-](?:\w+[/.-])?(?:sw|service-?worker)\.js$/i,
  },
  scope: {
    'uv-scope': /\/(?:uv|ultraviolet)\/service\/$|\/~\/(?:uv\/)?$|^\/service\/$/i,
    'scramjet-scope': /\/~\/sj\/$|\/scram(?:jet)?\/(?:service\/)?$/i,
  },
} as const satisfies Record<Place, Forms>

/** The signs of one place with their forms. */
export const signsOf = (place: Place): { id: PageSignId; form: RegExp | string }[] =>
  Object.entries<RegExp | string>(pageSigns[place]).map(([id, form]) => ({ id: id as PageSignId, form }))

/** The signs of a place that a text has: a path without its query, or the beginning of a script that runs. */
export const signsIn = (place: Exclude<Place, 'attribute'>, text: string): PageSignId[] =>
  signsOf(place).flatMap(({ id, form }) => (form instanceof RegExp && form.test(text) ? [id] : []))
