import { expect, test } from 'vitest'
import { render } from 'vitest-browser-vue'
import { page } from 'vitest/browser'
import { createMockTransport } from '#extension/screens/gallery/mock-transport.ts'
import { popupViews, screenViews } from '#extension/screens/gallery/views.ts'
import UploadApp from '#extension/screens/upload/UploadApp.vue'
import type { Band } from '#shared/domain/audience.ts'
import '#extension/screens/tokens.css'
import '#extension/screens/base.css'

const armed = () => new Promise((done) => setTimeout(done, 600))

async function shown(band: Band = 'y7-y9'): Promise<Element> {
  const transport = createMockTransport({
    screen: screenViews.stop,
    popup: { ...popupViews.protected, band },
    filed: 'sent',
    receipts: [],
    mood: 'answering',
  })
  const props = { url: 'https://send.test/', transport, close: () => undefined }
  return (await render(UploadApp, { props })).container
}

test('a picture that was not sent: how to say that it is fine is said until one says so', async () => {
  await shown()
  await expect.element(page.getByRole('heading', { name: 'This picture was not sent' })).toHaveFocus()
  const advice = page.getByText(/choose “Tell an adult”/)
  await expect.element(advice).toBeVisible()
  await armed()
  await page.getByRole('button', { name: 'Tell an adult' }).click()
  await expect.element(page.getByRole('button', { name: 'Send report' })).toBeVisible()
  await expect.element(advice).not.toBeInTheDocument()
})

test.each([
  ['eyfs-y2', 1],
  ['y7-y9', 3],
] as const)('who helps %s fills each row, at every width', async (band, many) => {
  const container = await shown(band)
  await expect.element(page.getByRole('heading', { name: 'Childline' })).toBeVisible()
  const list = page.getByRole('heading', { name: 'Childline' }).element().closest('ul')
  const lines = [...(list?.children ?? [])]
  expect(lines).toHaveLength(many)
  for (const width of [390, 820, 1280]) {
    await page.viewport(width, 800)
    const room = list?.getBoundingClientRect()
    for (const line of lines) {
      const [about, ways] = [...line.children].map((part) => part.getBoundingClientRect())
      expect(line.getBoundingClientRect()).toMatchObject({ left: room?.left, right: room?.right })
      expect((ways?.left ?? 0) > (about?.right ?? 0), 'ways beside what it is about').toBe(width > 390)
    }
    expect(container.scrollWidth).toBeLessThanOrEqual(width)
  }
})
