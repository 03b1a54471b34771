import { describe, expect, test } from 'vitest'
import { builtManifest } from './built.ts'
import { PERMISSIONS } from './permissions.ts'

describe.each(['chrome', 'edge', 'safari'] as const)('the manifest for %s', (browser) => {
  test('asks for exactly the permissions that are explained', () => {
    expect(builtManifest(browser).permissions.toSorted()).toEqual(
      Object.keys(PERMISSIONS[browser]).toSorted(),
    )
  })

  test('lets no page load or address anything of the extension', () => {
    const manifest = builtManifest(browser)
    expect(manifest).not.toHaveProperty('web_accessible_resources')
    expect(manifest).not.toHaveProperty('externally_connectable')
  })

  test('runs only its own scripts in its own pages', () => {
    const policy = builtManifest(browser).content_security_policy.extension_pages
    expect(policy).toContain("default-src 'none'")
    // WebAssembly runs the image model; nothing else is compiled at run time.
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';")
    expect(policy).not.toContain("'unsafe-eval'")
  })

  test('puts the guard into every frame before the page', () => {
    const guard = builtManifest(browser).content_scripts.find((script) => script.js.join().includes('guard'))
    expect(guard).toMatchObject({ run_at: 'document_start', all_frames: true, matches: ['<all_urls>'] })
    expect(guard).toMatchObject({ match_about_blank: true, match_origin_as_fallback: true })
  })
})

test('Safari’s background is a page, which may have workers; everywhere else it is a worker', () => {
  expect(builtManifest('safari').background).toEqual({
    scripts: ['background.js'],
    type: 'module',
    persistent: false,
  })
  for (const browser of ['chrome', 'edge'])
    expect(builtManifest(browser).background).toEqual({ service_worker: 'background.js', type: 'module' })
})
