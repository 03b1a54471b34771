import type { Screens } from '#extension/background/ports.ts'
import type { ScreenNews } from '#shared/protocol/page.ts'
import { browser } from './browser.ts'

/** Tells open screens; with none open nobody listens, which is no failure. */
export const screens: Screens = {
  changed() {
    const news: ScreenNews = { type: 'changed', at: Date.now() }
    browser.runtime.sendMessage(news).catch(() => undefined)
  },
}
