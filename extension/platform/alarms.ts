import { browser } from './browser.ts'

const name = 'watchdog'
/** The shortest period that every browser keeps. */
const everyMinutes = 0.5

/** Calls `tick` every 30 s, waking the worker for it, and at once when the browser starts or the extension is installed. */
export function watchdog(tick: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) tick()
  })
  void browser.alarms.create(name, { periodInMinutes: everyMinutes })
}
