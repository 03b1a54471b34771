import { describe, expect, it } from 'vitest'
import { givesFullName } from '#shared/classify/text/full-names.ts'

describe('a full name', () => {
  it.each([
    'hi, my name is Amara Okafor',
    'my name is amara okafor and i like cats',
    "my full name's Seán O'Neill-Smith",
    'My name: Zoë de Souza',
    'I’m Tom Baker from Leeds',
    'me and Maisie Thompson at the beach',
    'Maisie Thompson & me',
    'this is my best friend Aisha Khan',
  ])('is given away by “%s”, whoever writes it', (text) => {
    expect(givesFullName(text, null)).toBe(true)
  })

  it.each([
    'Amara Okafor',
    'amara okafor',
    ' AMARA OKAFOR ',
    'By Amara Okafor, class of the year',
    'signed amara Okafor x',
  ])('is given away by “%s” when the writer is known to be Amara', (text) => {
    expect(givesFullName(text, 'Amara')).toBe(true)
    expect(givesFullName(text, null)).toBe(false)
    expect(givesFullName(text, 'Tom')).toBe(false)
  })

  it('is known by the first of several given names, in any letters', () => {
    expect(givesFullName('zoë smith', ' ZOË Mary ')).toBe(true)
    expect(givesFullName('zoë smith', '  ')).toBe(false)
  })

  it.each([
    'Amara',
    'amara is here',
    'hello Amara, how are you',
    'Amara and Tom',
    'my name is amara',
    'my name is hard to spell',
    'my name is Amara and I like cats',
    'I am British Asian',
    'I’m so tired',
    'look at Taylor Swift on stage',
    'me and my friend at Alton Towers',
    'this is my brother',
    'me and you and Tom',
    '',
  ])('is not in “%s”', (text) => {
    expect(givesFullName(text, 'Amara')).toBe(false)
  })

  it('is looked for at the end of a long text', () => {
    expect(givesFullName(`${'A long letter. '.repeat(1000)}me and Tom Baker`, null)).toBe(true)
  })

  it.each([
    'A'.repeat(4000),
    'Aa '.repeat(1300),
    `my name${' '.repeat(4000)}`,
    "A'".repeat(2000),
    `me and my ${'best '.repeat(900)}`,
  ])('is not looked for without end in odd words (%#)', (text) => {
    expect(givesFullName(text, 'Amara')).toBe(false)
  })
})
