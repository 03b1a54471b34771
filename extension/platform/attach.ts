import type { Device } from '#extension/background/ports.ts'
import { watchdog } from './alarms.ts'
import { browser } from './browser.ts'
import { createSeenPages, guardNavigation } from './gates/navigation.ts'
import { guardPages } from './gates/page.ts'
import { guardRequests } from './gates/request.ts'
import { measureHolding } from './holding.ts'
import { onIdle } from './idle.ts'
import { answerMessages } from './messages.ts'
import { tabs } from './tabs.ts'

/**
 * Hangs the device onto the browser's events. Everything is registered before the first `await`: a worker that was woken by an
 * event gets it only if it listens on its first tick.
 */
export function attach(device: Device): void {
  const seen = createSeenPages(() => Date.now())
  const canHold = browser.runtime.getManifest().permissions?.includes('webRequestBlocking') ?? false
  if (canHold) guardRequests(device, seen.note)
  guardNavigation(device, tabs, seen, canHold)
  answerMessages(device.handlers)
  watchdog(device.tick)
  onIdle(device.look)
  // Without a listener for it the worker does not start with the browser.
  browser.runtime.onStartup.addListener(() => device.tick())
  browser.runtime.onInstalled.addListener(() => void guardPages())
  browser.tabs.onActivated.addListener(device.look)
  browser.tabs.onUpdated.addListener((_, change) => {
    if (change.title !== undefined || change.url !== undefined || change.status === 'complete') device.look()
  })
  browser.windows?.onFocusChanged.addListener(device.look)
  void device.start().then(() => (canHold ? measureHolding() : false))
}
