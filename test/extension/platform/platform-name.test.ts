import { expect, test } from 'vitest'
import { platformName } from '#extension/platform/platform-name.ts'

const chromium = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36'

test.each([
  [`Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${chromium}`, 'Chrome 156, ChromeOS'],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chromium} Edg/155.0.0.0`, 'Edge 155, Windows'],
  [`Mozilla/5.0 (X11; Linux x86_64) ${chromium}`, 'Chrome 156, Linux'],
  [`Mozilla/5.0 (X11; Linux x86_64) ${chromium.replace('Chrome', 'HeadlessChrome')}`, 'Chrome 156, Linux'],
  [
    'Mozilla/5.0 (iPad; CPU OS 18_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.4 Mobile/15E148 Safari/604.1',
    'Safari 18, iPad',
  ],
  ['', 'Another browser, another system'],
])('%s is read as %s', (userAgent, name) => {
  expect(platformName(userAgent)).toBe(name)
})
