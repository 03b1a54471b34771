import type { Screens } from '#extension/background/ports.ts'
import type { ScreenNews } from '#shared/protocol/page.ts'
import { uploadPageFor } from './block-page.ts'
import { browser } from './browser.ts'

/** Tells open screens (with none open nobody listens, which is no failure), and keeps a mark on the toolbar while somebody watches. */
export const screens: Screens = {
  changed() {
    const news: ScreenNews = { type: 'changed', at: Date.now() }
    browser.runtime.sendMessage(news).catch(() => undefined)
  },
  watched(by) {
    void browser.action.setBadgeBackgroundColor({ color: '#a84811' })
    void browser.action.setBadgeText({ text: by === null ? '' : '●' })
    void browser.action.setTitle({
      title: by === null ? 'Lapwing' : `Lapwing: ${by} can see which site you are on`,
    })
  },
  async uploadStopped(url) {
    await browser.tabs.create({ url: uploadPageFor(url), active: true })
  },
}
