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
    'my little sister Maisie Thompson',
    'my mate is called Finley O’Connor',
    'My name is: Ella J Thompson',
    'my name:Ella Thompson',
    'My name is Will Smith',
    'I am Ella de Souza',
    'I’m Zoë van der Berg',
    'I’m Seán Ó Néill',
    'im called Ella Thompson',
    'It’s Ella Thompson here!',
    'This is me, Ella Thompson',
    'Ella Thompson, age 9',
    'By Ella Thompson aged 12',
    'me + Maisie Thompson',
    'I’m Manish Patel',
    'my name is jianing wang',
    'me and Ashish Reese',
  ])('is given away by “%s”, whoever writes it', (text) => {
    expect(givesFullName(text, null)).toBe(true)
  })

  it.each([
    'Amara Okafor',
    'amara okafor',
    ' AMARA OKAFOR ',
    'By Amara Okafor, class of the year',
    'signed amara Okafor x',
    'amara okafor, 12',
    'amara okafor :)',
    'hi im amara okafor',
    'photo by amara okafor',
    'Amara J. Okafor',
    'Ámárá Okafor',
    'Ama\u0301ra Okafor',
  ])('is given away by “%s” when the writer is known to be Amara', (text) => {
    expect(givesFullName(text, 'Amara')).toBe(true)
    expect(givesFullName(text, null)).toBe(false)
    expect(givesFullName(text, 'Tom')).toBe(false)
  })

  it('is known by the first of several given names, in any letters', () => {
    expect(givesFullName('zoë smith', ' ZOË Mary ')).toBe(true)
    expect(givesFullName('zoë smith', '  ')).toBe(false)
    expect(givesFullName('zoe smith', 'Zoë')).toBe(true)
    expect(givesFullName('Mary Jane Smith', 'Mary-Jane')).toBe(true)
  })

  it.each([
    ['will do', 'Will'],
    ['Will Liverpool win', 'Will'],
    ['summer holidays', 'Summer'],
    ['our Summer Fete', 'Summer'],
    ['May Half Term', 'May'],
    ['Hope Everyone Is OK', 'Hope'],
  ])(
    'is not in “%s” where the given name %s begins much else, but is where it is said to be one',
    (text, given) => {
      expect(givesFullName(text, given)).toBe(false)
      expect(givesFullName(`my name is ${given} Okafor`, given)).toBe(true)
    },
  )

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
    'I am SO HAPPY',
    'I’m NOT OK',
    'I’m Going Home',
    'I’m Half Spanish',
    'I’m Man United till I die',
    'me and Auntie Sue',
    'Me and Miss Smith',
    'Me and The Girls',
    'my mum LOVES THIS',
    'Happy Birthday and me',
    'Manchester United and me',
    'my name is amara it’s nice to meet you',
    'my name is Amara I’m 12',
    'my name is amara age 12',
    'my name is amara xx',
    'Hello Amara How are you',
    'AMARA IS HERE',
    'Amara And Tom',
    'Amara I’m here',
    'Amara I Love You',
    'amara loves cats',
    'likes me Tom Baker',
    'my nameless hero Tom',
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
    `Me and ${'de '.repeat(1300)}`,
    `I'm ${'Aa-'.repeat(1300)}`,
    `My friend${' '.repeat(3900)}`,
    `Zoe${'\u0301'.repeat(3990)}`,
    'ﷺ'.repeat(4000),
  ])('is not looked for without end in odd words (%#)', (text) => {
    expect(givesFullName(text, 'Amara')).toBe(false)
  })
})
