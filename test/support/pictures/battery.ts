import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ManagedBrowser } from '../browser/launch.ts'

/** What a device says of its battery. */
export interface Battery {
  readonly charging: boolean
  readonly level: number
}

export const low: Battery = { charging: false, level: 0.2 }
export const charging: Battery = { charging: true, level: 0.2 }

const script = (battery: Battery): string => `
const battery = ${JSON.stringify(battery)}
navigator.getBattery = async () => battery
new BroadcastChannel('battery').onmessage = ({ data }) => Object.assign(battery, data)
`

/** Gives the document where pictures are looked at a battery of the test's own, in a copy of the extension. All else of the browser is real. */
export async function withBattery(extensionDir: string, battery: Battery): Promise<void> {
  await writeFile(join(extensionDir, 'battery.js'), script(battery))
  const path = join(extensionDir, 'offscreen.html')
  const page = await readFile(path, 'utf8')
  await writeFile(path, page.replace('<head>', '<head><script src="/battery.js"></script>'))
}

/** Changes that battery. Nothing happens when the document is not there. */
export async function changeBattery(pupil: ManagedBrowser, battery: Battery): Promise<void> {
  const worker = await pupil.waitForWorker()
  await worker.evaluate((now) => new BroadcastChannel('battery').postMessage(now), battery)
}
