import { readFileSync } from 'node:fs'
import * as v from 'valibot'

const Manifest = v.looseObject({
  manifest_version: v.number(),
  background: v.looseObject({ type: v.string() }),
  permissions: v.array(v.string()),
  host_permissions: v.array(v.string()),
  content_security_policy: v.object({ extension_pages: v.string() }),
  content_scripts: v.array(
    v.looseObject({
      js: v.array(v.string()),
      run_at: v.string(),
      all_frames: v.boolean(),
      matches: v.array(v.string()),
    }),
  ),
})

/** The manifest that a build left under `.output/`. */
export function builtManifest(browser: string): v.InferOutput<typeof Manifest> {
  return v.parse(Manifest, JSON.parse(readFileSync(`.output/${browser}-mv3/manifest.json`, 'utf8')))
}
