import * as v from 'valibot'

/** What a document may have of a web proxy: the key of a sign in `classify/page-signs.ts`. */
export const PageSignId = v.picklist([
  'uv-file',
  'uv-config',
  'uv-attribute',
  'uv-inline',
  'uv-worker',
  'uv-scope',
  'uv-global',
  'uv-client',
  'uv-class',
  'scramjet-file',
  'scramjet-attribute',
  'scramjet-inline',
  'scramjet-worker',
  'scramjet-scope',
  'scramjet-controller',
  'scramjet-client',
  'rammerhead-file',
  'hammerhead-file',
  'hammerhead-attribute',
  'hammerhead-inline',
  'hammerhead-global',
  'croxy-attribute',
  'bare-mux-file',
  'bare-mux-inline',
  'bare-mux-global',
  'transport-file',
])
export type PageSignId = v.InferOutput<typeof PageSignId>
