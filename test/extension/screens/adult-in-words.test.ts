import { expect, test } from 'vitest'
import { adultInWords } from '#extension/screens/adult-in-words.ts'

test.each([
  ['Sent. {adult} has your report.', 'The safeguarding team', 'Sent. The safeguarding team has your report.'],
  ['{adult} has it.', 'A grown-up at school', 'A grown-up at school has it.'],
  ['Seen by {adult}.', 'The safeguarding team', 'Seen by the safeguarding team.'],
  ['Well done! We told {adult}.', 'A grown-up at school', 'Well done! We told a grown-up at school.'],
  ['Seen by {adult}.', 'Ms Adeyemi', 'Seen by Ms Adeyemi.'],
  ['Seen by {adult}.', 'Theodora Ansell', 'Seen by Theodora Ansell.'],
])('%s with %s', (text, adult, said) => {
  expect(adultInWords(text, adult)).toBe(said)
})
