import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { effectScope } from 'vue'
import { useAnswer } from '#extension/screens/patience.ts'
import { err, ok, type Result } from '#shared/base/result.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const inScope = <T>(run: () => T): T => {
  const made = effectScope().run(run)
  if (made === undefined) throw new Error('scope did not run')
  return made
}

test('silence becomes slow after two seconds, and a late answer still counts', async () => {
  const late = Promise.withResolvers<Result<string>>()
  const answer = inScope(() => useAnswer(() => late.promise))
  vi.advanceTimersByTime(1999)
  expect(answer.state.value).toBe('waiting')
  vi.advanceTimersByTime(1)
  expect(answer.state.value).toBe('slow')
  late.resolve(ok('here'))
  await vi.advanceTimersByTimeAsync(0)
  expect(answer.state.value).toBe('here')
  expect(answer.value.value).toBe('here')
})

test('a refusal is shown, and asking again can mend it', async () => {
  const answers: Result<string>[] = [err('no'), ok('yes')]
  const answer = inScope(() => useAnswer(async () => answers.shift() ?? err('none')))
  await vi.advanceTimersByTimeAsync(0)
  expect(answer.state.value).toBe('failed')
  await answer.again()
  expect(answer.state.value).toBe('here')
})

test('an old answer never replaces a newer one, and a failure keeps what was shown', async () => {
  const first = Promise.withResolvers<Result<string>>()
  const asked: Promise<Result<string>>[] = [
    first.promise,
    Promise.resolve(ok('new')),
    Promise.resolve(err('no')),
  ]
  const answer = inScope(() => useAnswer(() => asked.shift() ?? Promise.resolve(err('none'))))
  await answer.again()
  first.resolve(ok('old'))
  await vi.advanceTimersByTimeAsync(0)
  expect(answer.value.value).toBe('new')
  await answer.again()
  expect(answer.state.value).toBe('failed')
  expect(answer.value.value).toBe('new')
})
