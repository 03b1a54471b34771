import type { Ports } from '#extension/background/ports.ts'
import { browser } from './browser.ts'

/**
 * The school's managed configuration. Chrome and Edge have `storage.managed`, empty for a moment after the first start;
 * Safari has none, so there the containing app answers (SafariWebExtensionHandler reads what MDM gave it).
 */
export const managed: Ports['managed'] = {
  async read() {
    if (hasManagedStorage()) return browser.storage.managed.get(null)
    return browser.runtime.sendNativeMessage('application.id', { ask: 'managed' }).catch(() => null)
  },
  changed(run) {
    browser.storage.onChanged.addListener((_, area) => {
      if (area === 'managed') run()
    })
  },
}

const hasManagedStorage = (): boolean =>
  'managed' in browser.storage && import.meta.env['BROWSER'] !== 'safari'
