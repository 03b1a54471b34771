import { expect, it } from 'vitest'
import { readSettings, UnusableSetting } from '#server/env.ts'

it('names the variable that cannot be right', () => {
  expect(() => readSettings({ LAPWING_PORT: 'eighty' })).toThrow(UnusableSetting)
  expect(() => readSettings({ LAPWING_PORT: 'eighty' })).toThrow(/^LAPWING_PORT: expected /)
  expect(() => readSettings({ LAPWING_PUBLIC_URL: 'ftp://a.example' })).toThrow(/^LAPWING_PUBLIC_URL: /)
})

it('needs none of them', () => {
  expect(readSettings({})).toMatchObject({ host: '127.0.0.1', port: 8787, publicUrl: null })
})
