import { existsSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const browsers = ['chrome', 'edge', 'safari'] as const
const out = (browser: string, file: string): string => `.output/${browser}-mv3/${file}`
/** A script with everything that it imports. */
function withImports(browser: string, file: string, seen = new Set<string>()): string {
  if (seen.has(file)) return ''
  seen.add(file)
  const text = readFileSync(out(browser, file), 'utf8')
  const imports = [...text.matchAll(/(?:from|import)\s*"\.\/(?:chunks\/)?([^"]+)"/gu)].map(([, name]) => name)
  return [text, ...imports.map((name) => withImports(browser, `chunks/${name}`, seen))].join('\n')
}
/** The desk is known by what it starts, the model and its two backends by names of the library that runs them. */
const [desk, model, gpu] = ['picture-model.js', 'WASM_HAS_MULTITHREAD_SUPPORT', 'WEBGPU_USE_LOW_POWER_GPU']

describe.each(browsers)('the build for %s', (browser) => {
  test('has the model, its WebAssembly and the worker that runs it', () => {
    expect(statSync(out(browser, 'models/nudity/group1-shard1of1')).size).toBeGreaterThan(2_500_000)
    expect(existsSync(out(browser, 'models/nudity/model.json'))).toBe(true)
    const wasm = readFileSync(out(browser, 'models/tfjs-backend-wasm-simd.wasm'))
    expect(WebAssembly.validate(wasm)).toBe(true)
    expect(readFileSync(out(browser, 'picture-model.js'), 'utf8')).toContain(model)
  })

  test('has the desk in exactly one place, and the model’s code in its worker alone', () => {
    const background = withImports(browser, 'background.js')
    for (const one of [model, gpu]) expect(background).not.toContain(one)
    expect(readFileSync(out(browser, 'picture-model.js'), 'utf8')).not.toContain(gpu)
    expect(readFileSync(out(browser, 'picture-model-gpu.js'), 'utf8')).toContain(gpu)
    expect(background.includes(desk)).toBe(browser === 'safari')
    expect(background.includes('createDocument')).toBe(browser !== 'safari')
    expect(existsSync(out(browser, 'offscreen.html'))).toBe(browser !== 'safari')
  })
})
