import { describe, expect, it } from 'vitest'
import { personalDetails } from '#shared/classify/text/personal-details.ts'

const found = (text: string): string[] => personalDetails(text).map(({ detail }) => detail)

describe('personal details', () => {
  it.each([
    ['phone', 'text me on 07700 900123'],
    ['phone', 'its 07700900123 x'],
    ['phone', '+44 7700 900 123'],
    ['phone', 'my home number is 020 7946 0123'],
    ['address', 'i live at 12 Acacia Avenue'],
    ['address', 'come over to 3b, Upper Mill Lane after school'],
    ['address', 'send it to 10 High Street, Anytown, AB1 2CD'],
    ['address', 'my postcode is SW1A 1AA'],
    ['e-mail', 'my school email is amara.o@example.org'],
    ['school', 'I go to St. Mary’s Primary School'],
    ['school', 'im at Hill Valley Academy'],
    ['birthday', 'my birthday is on the 3rd of May'],
    ['birthday', 'i was born 12/04/2014'],
  ])('%s: %s', (detail, text) => {
    expect(found(text)).toEqual([detail])
  })

  it.each([
    'call the help line on 0800 1111 or 116 123',
    'the number is 3.14159265358979',
    'order 0770090012345 has been sent',
    'the shop is at 12 Acacia Avenue, they say',
    'I live at the end of a long road',
    'I go to school by bus and my school is big',
    'I went to the library at the new school',
    'William Shakespeare went to King Edward VI School',
    'she was born on 3 May 1810',
    'my birthday is soon',
    'write to info@example.org with questions',
    'my email is broken again',
    'I am 13 and I live in London',
  ])('none: %s', (text) => {
    expect(found(text)).toEqual([])
  })

  it('say where they stand, also at the end of a long text', () => {
    const text = `${'A long letter. '.repeat(1000)}my birthday is 3 May, ring 07700 900123`
    expect(personalDetails(text).map(({ span: { start, end } }) => text.slice(start, end))).toEqual([
      '07700 900123',
      'my birthday is 3 May',
    ])
  })
})
