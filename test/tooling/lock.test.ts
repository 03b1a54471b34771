import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { Lock, missingEntries } from '../support/complete-lock.ts'

const text = readFileSync('package-lock.json', 'utf8')
const lock = v.parse(Lock, JSON.parse(text))

test('the lock file carries no download address', () => {
  const addresses = text.split('\n').filter((line) => /"resolved"|\.tgz"/.test(line))
  expect(addresses).toEqual([])
})

test('the lock file names every platform, so that npm ci accepts it on each', () => {
  expect(Object.keys(missingEntries(lock))).toEqual([])
})

test('an entry left out for another platform is noticed', () => {
  const packages = Object.fromEntries(
    Object.entries(lock.packages).filter(([path]) => !path.endsWith('-win32-x64-msvc')),
  )
  expect(Object.keys(missingEntries({ packages }))).toContain('node_modules/@oxlint/binding-win32-x64-msvc')
})

test('all direct dependencies are pinned', () => {
  const manifest = v.parse(
    v.object({
      dependencies: v.record(v.string(), v.string()),
      devDependencies: v.record(v.string(), v.string()),
    }),
    JSON.parse(readFileSync('package.json', 'utf8')),
  )
  const ranges = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
  expect(ranges.filter(([, range]) => !/^\d+\.\d+\.\d+$/.test(range))).toEqual([])
})
