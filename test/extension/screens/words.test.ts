import { expect, test } from 'vitest'
import { wordsFor } from '#extension/screens/words/words-for.ts'
import { Band } from '#shared/domain/audience.ts'

test.each(Band.options)(
  'the name of the people to talk to leaves its colon to the screens for %s',
  (band) => {
    expect(wordsFor(band).popup.talkTo).toMatch(/\w$/u)
  },
)
