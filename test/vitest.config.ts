import vue from '@vitejs/plugin-vue'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { WxtVitest } from 'wxt/testing/vitest-plugin'

const chromium = process.env['LAPWING_CHROMIUM'] ?? '/usr/lib/chromium/chromium'
const builds = 'test/support/global-set-up-builds.ts'
const browser = 'test/support/global-set-up-chromium.ts'

// Projects of one group share the workers; groups follow one another, so nothing competes with a browser.
const quick = { sequence: { groupOrder: 0 } }
const alone = { fileParallelism: false, testTimeout: 120_000, hookTimeout: 240_000, teardownTimeout: 60_000 }

export default defineConfig({
  test: {
    reporters: ['default', 'json'],
    outputFile: { json: 'test/output/results.json' },
    projects: [
      { test: { ...quick, name: 'shared', include: ['test/shared/**/*.test.ts'] } },
      {
        test: {
          ...quick,
          name: 'server',
          include: ['test/server/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [WxtVitest(), vue()],
        test: {
          ...quick,
          name: 'extension',
          include: ['test/extension/**/*.test.ts'],
          exclude: ['test/extension/{page,screens}/**'],
          testTimeout: 20_000,
        },
      },
      {
        plugins: [WxtVitest(), vue()],
        test: {
          ...quick,
          name: 'extension-page',
          include: ['test/extension/{page,screens}/**/*.test.ts'],
          environment: 'happy-dom',
          testTimeout: 20_000,
        },
      },
      {
        plugins: [vue()],
        test: {
          ...quick,
          name: 'console',
          include: ['test/console/**/*.test.ts'],
          environment: 'happy-dom',
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'tooling',
          include: ['test/tooling/**/*.test.ts'],
          globalSetup: [builds],
          testTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        plugins: [vue()],
        test: {
          ...alone,
          name: 'browser',
          api: { host: '127.0.0.1' },
          include: ['test/browser/**/*.browser.test.ts'],
          globalSetup: [browser],
          sequence: { groupOrder: 2 },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: chromium,
                args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          ...alone,
          name: 'e2e',
          include: ['test/{e2e,bypass,faults}/**/*.test.ts'],
          globalSetup: [builds, browser],
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
})
