import { readFileSync, statSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { builtManifest } from './built.ts'

describe.each(['chrome', 'edge', 'safari'])('the build for %s', (browser) => {
  const out = `.output/${browser}-mv3`

  test('has a guard of at most 20 kB in every frame of every page, with what stands beside it', () => {
    const scripts = builtManifest(browser).content_scripts.flatMap((script) => script.js)
    const bytes = scripts.map((script) => statSync(`${out}/${script}`).size)
    expect(scripts).toContain('guard.js')
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(20_000)
  })

  // Two fifths of it know services that carry other addresses, look-alikes, web proxies and how words are disguised; each kilobyte is read
  // when a worker wakes.
  // In Safari the desk where pictures are looked at is part of it.
  test('starts a worker of at most 175 kB', () => {
    const limit = browser === 'safari' ? 181_000 : 175_000
    expect(statSync(`${out}/background.js`).size).toBeLessThanOrEqual(limit)
  })

  test('brings no screen library into the worker', () => {
    expect(readFileSync(`${out}/background.js`, 'utf8')).not.toContain('__v_isRef')
  })
})
