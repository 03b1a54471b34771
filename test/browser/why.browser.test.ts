import { expect, test } from 'vitest'
import { render } from 'vitest-browser-vue'
import { page } from 'vitest/browser'
import WhyForm from '#console/why/WhyForm.vue'
import WhyReading from '#console/why/WhyReading.vue'
import '#console/ui/tokens.css'
import '#console/ui/base.css'

const address = `https://example.org/${'a'.repeat(400)}`
const width = (element: Element): number => element.getBoundingClientRect().width

test('words without a space stay within the form and the answer', async () => {
  const form = await render(WhyForm, { props: { busy: false } })
  await page.getByText('Some words').click()
  await page.getByRole('textbox', { name: 'Words' }).fill(address)
  for (const element of form.container.querySelectorAll('textarea, select'))
    expect(width(element)).toBeLessThanOrEqual(width(form.container))
  await form.unmount()
  const found = { category: 'hate', score: 0.9, severity: 2, spans: [{ start: 0, end: 400 }] } as const
  const { container } = await render(WhyReading, {
    props: {
      reading: {
        context: 'typed',
        text: address,
        findings: [{ ...found, why: `In what was typed: “${address}”` }],
        near: [],
        distress: 0,
        seeksHelp: false,
      },
    },
  })
  for (const element of container.querySelectorAll('*'))
    expect(element.scrollWidth - width(container)).toBeLessThanOrEqual(1)
})
