import type { Pictures, Ports } from '#extension/background/ports.ts'
import { browser } from './browser.ts'
import { deviceDatabase } from './device-database.ts'
import { documents } from './documents.ts'
import { rules } from './gates/rules.ts'
import { isIdle } from './idle.ts'
import { createJournal } from './journal.ts'
import { createListStore } from './list-store.ts'
import { managed } from './managed.ts'
import { network } from './network.ts'
import { platformName } from './platform-name.ts'
import { screens } from './screens.ts'
import { createRecords } from './store.ts'
import { tabs } from './tabs.ts'
import { openPackagedTextModel } from './text-model.ts'

/** From a killed worker's first tick to the words of a block page it is half of this on two busy cores. */
const quietAfterMs = 400

/**
 * The browser as the device's logic wants it. Opens nothing yet: listeners must come first.
 * @param pictures where pictures are looked at in this browser
 */
export function browserPorts(pictures: Pictures): Ports {
  const database = deviceDatabase()
  return {
    now: () => Date.now(),
    random: () => Math.random(),
    newId: () => crypto.randomUUID(),
    subtle: crypto.subtle,
    timers: {
      after(delayMs, run) {
        const timer = setTimeout(run, delayMs)
        return () => clearTimeout(timer)
      },
    },
    records: createRecords(database),
    listStore: createListStore(database),
    journal: createJournal(),
    network,
    tabs,
    documents,
    pictures,
    screens,
    rules,
    openTextModel: openPackagedTextModel,
    packagedLists: async () => (await fetch(browser.runtime.getURL('/starter.bundle'))).arrayBuffer(),
    managed,
    idle: isIdle,
    quiet: () => new Promise((resolve) => setTimeout(resolve, quietAfterMs)),
    platform: platformName(navigator.userAgent),
    agentVersion: browser.runtime.getManifest().version,
  }
}
