import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { until } from '#test/support/browser/until.ts'
import { waitUntilJudged } from '#test/support/pictures/blurred.ts'
import { servePictures } from '#test/support/pictures/picture-sites.ts'
import { workersOf } from '#test/support/pictures/safari-build.ts'
import { safariSchool } from '#test/support/pictures/safari-school.ts'
import { askBackground } from '#test/support/whole/pupil-screen.ts'

// A graphics processor played on the processor: WebGPU itself, its device and its loss are real, its speed is not.
const switches = [
  '--enable-unsafe-webgpu',
  '--enable-unsafe-swiftshader',
  '--use-webgpu-adapter=swiftshader',
  '--enable-features=Vulkan',
]
const real = `Object.defineProperty(GPUAdapterInfo.prototype, 'isFallbackAdapter', { get: () => false })`
const slow = `{ const post = self.postMessage.bind(self); self.postMessage = (said) => setTimeout(post, 500, said) }`

const school = safariSchool()

const before = async (name: string, line: string): Promise<void> => {
  const path = join(school.testDir, name)
  await writeFile(path, `${line}\n${await readFile(path, 'utf8')}`)
}
beforeAll(async () => {
  await before('app.js', real)
  await before('picture-model.js', slow)
})

it('a graphics processor that is quicker takes over after a while; when it is lost the processor goes on', async () => {
  const many = Array.from({ length: 24 }, (_, n) => `<img width="100" height="100" src="/grey.png?${n}">`)
  servePictures(school.whole.sites, 'many.test', { '/': many.join('') })
  servePictures(school.whole.sites, 'two.test', {
    '/first': '<img id="a" src="/grey.png?1"><img id="b" src="/red.png?1">',
    '/second': '<img id="a" src="/grey.png?2"><img id="b" src="/red.png?2">',
  })
  const { pupil, background, popup } = await school.start(0, school.testDir, switches)
  const isPlain = () => workersOf(background).join() === '/picture-model.js'
  const isOther = () => workersOf(background).join() === '/picture-model-gpu.js'
  const twoAreJudged = async (path: string): Promise<void> => {
    const tab = await pupil.open(`https://two.test${path}`)
    await waitUntilJudged(tab, '#a', '#b')
    await tab.close()
  }
  await pupil.open('https://many.test/')
  await until('the first picture', isPlain)
  await until('the graphics processor to look alone', isOther, { timeoutMs: 60_000 })
  await twoAreJudged('/first')
  expect(isOther()).toBe(true)

  const debuggers = await pupil.context.browser()?.newBrowserCDPSession()
  await debuggers?.send('Browser.crashGpuProcess')
  await twoAreJudged('/second')
  expect(isPlain()).toBe(true)
  expect((await askBackground(popup, 'popup.describe', {})).faults).toEqual([])
})
