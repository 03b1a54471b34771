import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { until } from '#test/support/browser/until.ts'
import { changeBattery, charging, low, withBattery } from '#test/support/pictures/battery.ts'
import { isBlurred, waitUntilKept, waitUntilShown } from '#test/support/pictures/blurred.ts'
import { lookingPupil } from '#test/support/pictures/looking-pupil.ts'

const world = lookingPupil((dir) => withBattery(dir, low))

const inView = { seen: 'grey', bad: 'red' }
/** So many pixels below the view: the last is too far away to be looked at ahead. */
const belowView = { below: 40, next: 320, far: 700 }

const pictures = [
  ...Object.keys(inView).map((id) => `<img id="${id}">`),
  ...Object.entries(belowView).map(
    ([id, px]) => `<img id="${id}" style="position: absolute; top: calc(100vh + ${px}px)">`,
  ),
]

/** A page that has what is in view first, as most have, and the rest once a look has been answered: only then does it know of the battery. */
async function openPage(host: string, name: string): Promise<Page> {
  world.serve('cdn.test', {})
  world.serve(host, { [`/${name}`]: `<body style="height: 400vh">${pictures.join('')}` })
  const tab = await world.pupil.open(`https://${host}/${name}`)
  const show = (files: Readonly<Record<string, string>>): Promise<void> =>
    tab.evaluate((all) => {
      for (const [id, url] of Object.entries(all)) document.querySelector(`#${id}`)?.setAttribute('src', url)
    }, files)
  // What has been looked at once is remembered, by its address.
  const urlOf = (id: string, file: string): [string, string] => [
    id,
    `https://cdn.test/${file}.png?${name}-${id}`,
  ]
  await show(Object.fromEntries(Object.entries(inView).map(([id, file]) => urlOf(id, file))))
  await waitUntilShown(tab, '#seen')
  await waitUntilKept(tab)
  await show(Object.fromEntries(Object.keys(belowView).map((id) => urlOf(id, 'grey'))))
  return tab
}
const scrollDown = (tab: Page, px: number): Promise<void> => tab.evaluate((y) => scrollTo(0, y), px)

/** Which pictures are hidden still, after so long that all that may be looked at have been. */
async function hidden(tab: Page): Promise<string[]> {
  await tab.waitForTimeout(1500)
  const ids = [...Object.keys(inView), ...Object.keys(belowView)]
  const are = await Promise.all(ids.map((id) => isBlurred(tab, `#${id}`)))
  return ids.filter((_, index) => are[index])
}

describe('while the battery is low', () => {
  it('pictures are looked at when they come into view, not before; and when it is charged, ahead again', async () => {
    await changeBattery(world.pupil, low)
    const tab = await openPage('feed.test', 'low')
    expect(await hidden(tab)).toEqual(['bad', 'below', 'next', 'far'])
    await scrollDown(tab, 250)
    await waitUntilShown(tab, '#below')
    expect(await hidden(tab)).toEqual(['bad', 'next', 'far'])
    await changeBattery(world.pupil, charging)
    await scrollDown(tab, 500)
    await waitUntilShown(tab, '#next')
    expect(await hidden(tab)).toEqual(['bad'])
    await tab.close()
  })

  it('a page whose pictures are shown at once has them looked at ahead as ever', async () => {
    await changeBattery(world.pupil, low)
    const tab = await openPage('mathsisfun.com', 'good')
    // The page itself asks for each once, and we do for a look.
    const asked = (id: string): number =>
      world.whole.sites.hits('cdn.test').filter(({ path }) => path.endsWith(`good-${id}`)).length
    await until('the looks', () => asked('below') === 2 && asked('next') === 2)
    expect(await hidden(tab)).toEqual(['bad'])
    expect(asked('far')).toBe(1)
    await tab.close()
  })
})

it('while the battery is charged, pictures are looked at before they come into view', async () => {
  await changeBattery(world.pupil, charging)
  const tab = await openPage('feed.test', 'charging')
  expect(await hidden(tab)).toEqual(['bad', 'far'])
  await tab.close()
})
