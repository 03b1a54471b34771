import { expect, test } from 'vitest'
import { render } from 'vitest-browser-vue'
import { page } from 'vitest/browser'
import { createMockTransport } from '#extension/screens/gallery/mock-transport.ts'
import { popupViews, screenViews } from '#extension/screens/gallery/views.ts'
import UploadApp from '#extension/screens/upload/UploadApp.vue'
import '#extension/screens/tokens.css'
import '#extension/screens/base.css'

const armed = () => new Promise((done) => setTimeout(done, 600))

test('a picture that was not sent: how to say that it is fine is said until one says so', async () => {
  const transport = createMockTransport({
    screen: screenViews.stop,
    popup: popupViews.protected,
    filed: 'sent',
    receipts: [],
    mood: 'answering',
  })
  await render(UploadApp, { props: { url: 'https://send.test/', transport, close: () => undefined } })
  await expect.element(page.getByRole('heading', { name: 'This picture was not sent' })).toHaveFocus()
  const advice = page.getByText(/choose “Tell an adult”/)
  await expect.element(advice).toBeVisible()
  await armed()
  await page.getByRole('button', { name: 'Tell an adult' }).click()
  await expect.element(page.getByRole('button', { name: 'Send report' })).toBeVisible()
  await expect.element(advice).not.toBeInTheDocument()
})
