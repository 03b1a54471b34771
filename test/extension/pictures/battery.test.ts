import { describe, expect, it } from 'vitest'
import { watchBattery } from '#extension/pictures/battery.ts'

async function isSparedWith(browser: object): Promise<boolean> {
  const isSparing = watchBattery(browser)
  await new Promise((resolve) => setTimeout(resolve))
  return isSparing()
}
const having = (charging: boolean, level: number) => ({ getBattery: async () => ({ charging, level }) })

describe('the battery', () => {
  it.each([
    [false, 0.21, false],
    [false, 0.2, true],
    [false, 0, true],
    [true, 0.2, false],
    [true, 1, false],
  ])('that charges (%s) and holds %d of a whole is spared: %s', async (charging, level, expected) => {
    expect(await isSparedWith(having(charging, level))).toBe(expected)
  })

  it('is spared from when it gets low until it is charged', async () => {
    const battery = { charging: false, level: 0.5 }
    const isSparing = watchBattery({ getBattery: async () => battery })
    expect(isSparing()).toBe(false)
    await Promise.resolve()
    const said = [0.5, 0.19, 0.19].map((level, hour) => {
      Object.assign(battery, { level, charging: hour === 2 })
      return isSparing()
    })
    expect(said).toEqual([false, true, false])
  })

  it('is never spared where a browser says nothing of it, refuses to, or gives up', async () => {
    expect(await isSparedWith({})).toBe(false)
    expect(await isSparedWith({ getBattery: () => Promise.reject(new Error('not here')) })).toBe(false)
    const throwing = {
      getBattery: () => {
        throw new Error('a policy forbids it')
      },
    }
    expect(await isSparedWith(throwing)).toBe(false)
    expect(await isSparedWith({ getBattery: () => new Promise(() => undefined) })).toBe(false)
  })
})
