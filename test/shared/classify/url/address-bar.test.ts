import { expect, it } from 'vitest'
import { inAddressBar } from '#shared/classify/url/address-bar.ts'

it.each([
  ['my_site.example', 'https://my_site.example'],
  [' _dmarc.site.example/a ', 'https://_dmarc.site.example/a'],
  ['my_site', 'my_site'],
])('goes where an address bar goes: %s', (typed, address) => {
  expect(inAddressBar(typed)).toBe(address)
})
