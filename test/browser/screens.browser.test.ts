import { expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-vue'
import { page, userEvent } from 'vitest/browser'
import BlockedApp from '#extension/screens/blocked/BlockedApp.vue'
import { createMockTransport, type MockSchool } from '#extension/screens/gallery/mock-transport.ts'
import { popupViews, screenViews } from '#extension/screens/gallery/views.ts'
import PopupApp from '#extension/screens/popup/PopupApp.vue'
import '#extension/screens/tokens.css'
import '#extension/screens/base.css'

const armed = () => new Promise((done) => setTimeout(done, 600))

async function blocked(change: Partial<MockSchool> = {}) {
  const transport = createMockTransport({
    screen: screenViews.stop,
    popup: popupViews.protected,
    filed: 'sent',
    receipts: [],
    mood: 'answering',
    ...change,
  })
  const went: string[] = []
  const place = { leave: (url: string) => went.push(url), back: () => went.push('back') }
  await render(BlockedApp, { props: { url: screenViews.stop.url, transport, place } })
  const asked = (name: string) =>
    transport.got.filter((message) => message.name === name).map(({ request }) => request)
  return { transport, went, asked }
}

const button = (name: string | RegExp) => page.getByRole('button', { name })

test('a report takes two actions, shows its receipt at once, and then that it was read', async () => {
  const { transport, asked } = await blocked()
  await expect.element(page.getByRole('heading', { name: 'This page is blocked' })).toHaveFocus()
  await armed()
  await button('Report this').click()
  await armed()
  await button('Send report').click()
  await expect.element(page.getByText('Sent. The safeguarding team has your report.')).toBeVisible()
  expect(asked('report.file')).toEqual([
    { kind: 'accident', words: '', adult: 'safeguarding-team', url: screenViews.stop.url },
  ])
  await expect.element(page.getByText(/never gets you into trouble/)).toBeVisible()
  transport.tell({
    receipts: [{ reportId: 'mock-report', status: 'seen', heldBy: 'Ms Adeyemi', reply: 'Thank you.' }],
  })
  await expect.element(page.getByText('Seen by Ms Adeyemi.')).toBeVisible()
  await expect.element(page.getByText('Thank you.')).toBeVisible()
})

test('a report goes to the adult who was chosen, in the pupil\u2019s words, by keyboard alone', async () => {
  const { asked } = await blocked()
  await armed()
  await userEvent.tab()
  await expect.element(button('Go back')).toHaveFocus()
  await userEvent.tab()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('heading', { name: 'Report this' })).toHaveFocus()
  await userEvent.tab()
  await userEvent.keyboard('{ArrowDown}')
  await userEvent.tab()
  await userEvent.keyboard('Ms')
  await userEvent.tab()
  await userEvent.keyboard('it was <b>horrid</b>')
  await userEvent.tab()
  await armed()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByText('Sent. Ms Adeyemi has your report.')).toBeVisible()
  await expect.element(button('Go back')).toHaveFocus()
  expect(asked('report.file')).toEqual([
    { kind: 'upset', words: 'it was <b>horrid</b>', adult: 'head-of-year', url: screenViews.stop.url },
  ])
})

test('offline, the receipt says that it waits on this device, until the school has it', async () => {
  const { transport } = await blocked({ filed: 'stored', screen: screenViews.offline })
  await armed()
  await button('Report this').click()
  await armed()
  await button('Send report').click()
  await expect.element(page.getByText(/Saved on this device/)).toBeVisible()
  transport.tell({
    receipts: [{ reportId: 'mock-report', status: 'filed', heldBy: 'Mrs Whitlock', reply: null }],
  })
  await expect.element(page.getByText('Sent. Mrs Whitlock has your report.')).toBeVisible()
})

test('a report that could not be kept says so and can be sent again', async () => {
  const { transport, asked } = await blocked()
  await armed()
  await button('Report this').click()
  await armed()
  transport.school.mood = 'failing'
  await button('Send report').click()
  await expect.element(page.getByRole('alert').getByText(/could not be sent/)).toBeVisible()
  transport.school.mood = 'answering'
  await button('Send report').click()
  await expect.element(page.getByText('Sent. The safeguarding team has your report.')).toBeVisible()
  expect(asked('report.file')).toHaveLength(2)
})

test('a script cannot press, and a click that was there before the screen does nothing', async () => {
  const { asked } = await blocked()
  await expect.element(button('Go back')).toBeVisible()
  const stopped = vi.spyOn(performance, 'now').mockReturnValue(0)
  await button('Go back').click()
  expect(asked('screen.goBack')).toHaveLength(0)
  stopped.mockRestore()
  await armed()
  const element = button('Go back').element()
  if (element instanceof HTMLElement) element.click()
  element.dispatchEvent(new MouseEvent('click', { bubbles: true }))
  expect(asked('screen.goBack')).toHaveLength(0)
  await button('Go back').click()
  expect(asked('screen.goBack')).toEqual([{ url: screenViews.stop.url }])
})

test('a request waits, is refused with a reply, and once granted the page opens by itself', async () => {
  const { transport, went, asked } = await blocked()
  await armed()
  await button('Ask for this site').click()
  await page.getByRole('textbox').fill('for history')
  await armed()
  await button('Send request').click()
  await expect.element(page.getByText(/Your request has been sent/)).toBeVisible()
  await expect.element(button('Ask for this site')).not.toBeInTheDocument()
  expect(asked('request.make')).toEqual([{ url: screenViews.stop.url, words: 'for history' }])
  transport.tell({ screen: screenViews.refused })
  await expect.element(page.getByText('Not granted this time.')).toBeVisible()
  await expect.element(page.getByText(/Try the BBC page/)).toBeVisible()
  transport.tell({ screen: { goTo: 'https://bets.example/' } })
  await expect.poll(() => went).toEqual(['https://bets.example/'])
})

test('a pause lets on after a thought, not before', async () => {
  const { went, asked } = await blocked({ screen: screenViews.pause })
  await armed()
  await expect.element(button('Continue to the page')).toHaveAttribute('aria-disabled', 'true')
  await button('Continue to the page').click({ force: true })
  expect(asked('screen.goOn')).toHaveLength(0)
  await expect.element(button('Continue to the page'), { timeout: 8000 }).not.toHaveAttribute('aria-disabled')
  await button('Continue to the page').click()
  await expect.poll(() => went).toEqual(['https://example.org/'])
})

test('help comes with its lines before the way on', async () => {
  await blocked({ screen: screenViews.help })
  const call = page.getByRole('link', { name: 'Call 116 123' })
  await expect.element(call).toHaveAttribute('href', 'tel:116123')
  const after = call.element().compareDocumentPosition(button('Continue to the page').element())
  expect(after & Node.DOCUMENT_POSITION_FOLLOWING).not.toBe(0)
})

test('words half written outlive a lock, and what a lock hides cannot be pressed', async () => {
  const { transport } = await blocked()
  await armed()
  await button('Report this').click()
  await page.getByLabelText('Anything you want to add?').fill('please help')
  transport.tell({ screen: screenViews.lock })
  await expect.element(page.getByText('Pens down, eyes to the front please.')).toBeVisible()
  await expect.element(page.getByLabelText('Anything you want to add?')).toHaveValue('please help')
  await expect.element(button('Go back')).not.toBeInTheDocument()
})

test('a background that is silent gives a calm message, a way back and a retry', async () => {
  const { transport, went } = await blocked({ mood: 'silent' })
  await expect
    .element(page.getByRole('heading', { name: 'This is taking longer than usual.' }), { timeout: 5000 })
    .toBeVisible()
  transport.school.mood = 'failing'
  await button('Go back').click()
  await expect.poll(() => went).toEqual(['back'])
  transport.school.mood = 'answering'
  await button('Try again').click()
  await expect.element(page.getByRole('heading', { name: 'This page is blocked' })).toBeVisible()
})

test('text from outside stays text', async () => {
  await blocked({ screen: screenViews.hostile })
  await expect.element(page.getByText('xn--pypal-4ve.example', { exact: false })).toBeVisible()
  expect(document.querySelector('main img')).toBeNull()
  expect(document.body.textContent).not.toContain('\u202e')
})

test('the youngest tell with two taps', async () => {
  const { asked } = await blocked({ screen: { ...screenViews.stop, band: 'eyfs-y2' } })
  await armed()
  await button('Tell a grown-up').click()
  await armed()
  await button(/did not mean to/).click()
  await expect.element(page.getByText('Well done! We told a grown-up at school.')).toBeVisible()
  expect(asked('report.file')).toHaveLength(1)
})

test('the popup says who watches and what they see, word for word, and reports without a page', async () => {
  const transport = createMockTransport({
    screen: screenViews.stop,
    popup: popupViews.watched,
    filed: 'sent',
    receipts: [],
    mood: 'answering',
  })
  await render(PopupApp, { props: { transport } })
  await expect.element(page.getByText('Ms Okafor, 8B Science can see which site you are on.')).toBeVisible()
  await expect.element(page.getByText('The Tudors')).toBeVisible()
  await button('Report this page').click()
  await page.getByRole('checkbox').click()
  await armed()
  await button('Send report').click()
  await expect.element(page.getByText('Sent. The safeguarding team has your report.')).toBeVisible()
  const filed = transport.got.find(({ name }) => name === 'report.file')
  expect(filed?.request).toEqual({ kind: 'upset', words: '', adult: 'safeguarding-team', url: null })
  await button('Back').click()
  await button('What my school can see').click()
  await expect.element(page.getByRole('heading', { name: 'Never seen' })).toBeVisible()
  await userEvent.keyboard('{Escape}')
  transport.tell({ popup: popupViews.private })
  await expect.element(page.getByText('Private page')).toBeVisible()
  await expect.element(page.getByText('The Tudors')).not.toBeInTheDocument()
})

test('the popup does not look as if all were well while a check does not work, nor as if nothing were', async () => {
  const transport = createMockTransport({
    screen: screenViews.stop,
    popup: popupViews.partly,
    filed: 'sent',
    receipts: [],
    mood: 'answering',
  })
  await render(PopupApp, { props: { transport } })
  const colour = async (words: string): Promise<string> => {
    const said = page.getByText(words, { exact: true })
    await expect.element(said).toBeVisible()
    return getComputedStyle(said.element()).color
  }
  const partly = await colour('On, but one part needs mending. The rest still protects this device.')
  transport.tell({ popup: popupViews.protected })
  const well = await colour('On: this device is protected.')
  transport.tell({ popup: popupViews.refused })
  const refused = await colour('The school did not accept this device. Tell the ICT staff.')
  expect(new Set([partly, well, refused]).size).toBe(3)
})
