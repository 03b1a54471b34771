import { randomUUID, webcrypto } from 'node:crypto'
import { setTimeout as later } from 'node:timers'
import type { Ports, Tabs } from '#extension/background/ports.ts'
import { network } from '#extension/platform/network.ts'
import { starterBundle } from '#shared/classify/url/starter/starter-bundle.ts'
import type { ManagedConfiguration } from '#shared/protocol/managed.ts'
import { createMemoryJournal } from './memory-journal.ts'
import { memoryListStore } from './memory-list-store.ts'
import { packagedTextModel } from './text-model.ts'

const noRules = { held: 0, listed: 0, popularHeld: 0, popularListed: 0 }

let packaged: ArrayBuffer | null = null

/** The world of a simulated device: the process's own network, clock and keys, and a memory that ends with it. */
export function simulatorPorts(managed: ManagedConfiguration, tabs: Tabs): Ports {
  return {
    now: () => Date.now(),
    random: () => Math.random(),
    newId: () => randomUUID(),
    subtle: webcrypto.subtle as SubtleCrypto,
    timers: {
      after(delayMs, run) {
        const timer = later(run, delayMs).unref()
        return () => clearTimeout(timer)
      },
    },
    records: { all: async () => new Map(), put: async () => undefined },
    listStore: memoryListStore,
    journal: createMemoryJournal(),
    network,
    tabs,
    documents: {
      globalsIn: async () => [],
      nudge: async () => undefined,
      forgetServiceWorkers: async () => undefined,
      watchPictures: async () => undefined,
    },
    pictures: { look: async () => ({ kind: 'no-model', detail: 'a simulated pupil shows no pictures' }) },
    screens: { changed: () => undefined, watched: () => undefined, uploadStopped: async () => undefined },
    rules: { wantsNames: async () => false, follow: async () => noRules },
    packagedLists: async () => (packaged ??= starterBundle()),
    openTextModel: packagedTextModel,
    managed: { read: async () => managed, changed: () => undefined },
    idle: async () => false,
    platform: 'simulated pupil',
    agentVersion: '0.1.0',
  }
}
