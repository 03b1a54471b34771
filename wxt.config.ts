import { copyFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { defineConfig, type UserManifest } from 'wxt'
import { writeNudityModel } from './extension/packaging/nudity-model.ts'
import { starterBundle } from './shared/classify/url/starter/starter-bundle.ts'
import { starterHosts } from './shared/classify/url/starter/starter-hosts.ts'

/** What every browser needs: to see and steer pages, to keep things, to be woken. */
const everywhere = [
  'storage',
  'unlimitedStorage',
  'alarms',
  'tabs',
  'scripting',
  'webNavigation',
  'declarativeNetRequest',
]
/** What Safari does not have; its managed configuration comes through the app around the extension. */
const chromium = ['webRequest', 'webRequestBlocking', 'browsingData', 'idle', 'offscreen']
const safari = ['nativeMessaging', 'declarativeNetRequestWithHostAccess']

/** The page gate: in every document from its first moment on, also in those that have no address of their own. */
const guard: NonNullable<UserManifest['content_scripts']>[number] = {
  matches: ['<all_urls>'],
  match_about_blank: true,
  match_origin_as_fallback: true,
  all_frames: true,
  run_at: 'document_start',
  js: ['guard.js'],
}
/** In the same documents, but in the page's own world: see page/detached-fields.ts. */
const fields: typeof guard = { ...guard, world: 'MAIN', js: ['fields.js'] }

/** WXT’s frame around a script names it in a log that a build never writes. In every frame of every page it weighs as much as a feature. */
const bareScripts = {
  name: 'bare-scripts',
  transform: (code: string, id: string) =>
    id.includes('wxt-unlisted-script-entrypoint')
      ? code.replace(/^import \{ initPlugins[\s\S]*/m, 'definition.main()')
      : undefined,
}

const icon = Object.fromEntries([16, 32, 48, 128].map((size) => [size, `icon/${size}.png`]))

function manifestFor(browser: string): UserManifest {
  const isSafari = browser === 'safari'
  return {
    name: 'Lapwing',
    description: 'Your school’s web safety: decided on this device, explained to you.',
    permissions: [...everywhere, ...(isSafari ? safari : chromium)] as NonNullable<
      UserManifest['permissions']
    >,
    host_permissions: ['<all_urls>'],
    content_scripts: [guard, fields],
    icons: icon,
    action: { default_title: 'Lapwing', default_icon: icon },
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'self' http: https: ws: wss: data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    ...(isSafari
      ? { browser_specific_settings: { safari: { strict_min_version: '18.4' } } }
      : {
          minimum_chrome_version: '120',
          // One worker and one outbox for both kinds of window: a private window is guarded by the same policy and the same lesson.
          incognito: 'spanning',
          storage: { managed_schema: 'managed-schema.json' },
        }),
  }
}

export default defineConfig({
  srcDir: 'extension',
  publicDir: 'extension/public',
  modules: ['@wxt-dev/module-vue'],
  imports: false,
  manifestVersion: 3,
  vite: () => ({
    define: { __VUE_OPTIONS_API__: false },
    // Where the background is a worker nothing of the desk stays in it, not even an import.
    build: {
      rolldownOptions: {
        treeshake: { moduleSideEffects: [{ test: /extension\/pictures\/open-desk/, sideEffects: false }] },
      },
    },
    plugins: [bareScripts],
    resolve: {
      alias: [{ find: /^@tensorflow\/tfjs$/, replacement: resolve('extension/pictures/tfjs.ts') }],
    },
  }),
  manifest: ({ browser }) => manifestFor(browser),
  hooks: {
    // As a page Safari's background has what a service worker lacks there: workers of its own, for the picture model.
    'build:manifestGenerated': ({ config }, manifest) => {
      if (config.browser === 'safari')
        Object.assign(manifest, {
          background: { scripts: ['background.js'], type: 'module', persistent: false },
        })
    },
    // The packaged lists and the text model, laid out once here so that a device reads them as they lie.
    'build:done': async ({ config }) => {
      const hosts = Object.entries(starterHosts).map(([category, names]) => ({ category, hosts: names }))
      await writeFile(join(config.outDir, 'starter.bundle'), new Uint8Array(starterBundle()))
      await writeFile(join(config.outDir, 'starter-hosts.json'), JSON.stringify(hosts))
      await copyFile('shared/classify/text/text.model', join(config.outDir, 'text.model'))
      await writeNudityModel(config.outDir)
    },
  },
})
