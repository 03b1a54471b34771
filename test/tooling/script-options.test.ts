import { execFile } from 'node:child_process'
import { describe, expect, it, test } from 'vitest'

interface Ended {
  readonly code: number
  readonly out: string
  readonly error: string
}

const started = (script: string, ...args: string[]): Promise<Ended> =>
  new Promise((resolve) =>
    execFile(process.execPath, [script, ...args], (failed, out, error) =>
      resolve({ code: typeof failed?.code === 'number' ? failed.code : 0, out, error }),
    ),
  )

const scripts: readonly [script: string, usage: RegExp, options: readonly string[]][] = [
  ['server/training/train.ts', /^npm run train /, ['--data', '--words', '--out']],
  ['test/evaluate/run.ts', /^npm run evaluate /, ['--data', '--out', '--card', '--toxicity']],
  ['test/bench/run.ts', /^npm run bench /, []],
]

describe.each(scripts)('%s', (script, usage, options) => {
  it('says with --help how it is typed and what each option means', async () => {
    const { code, out, error } = await started(script, '--help')
    expect([code, error]).toEqual([0, ''])
    expect(out).toMatch(usage)
    for (const option of options) expect(out).toMatch(new RegExp(`\\n  ${option} [A-Z]+ +[A-Za-z]`))
  })

  it('says in a line what was typed wrongly, then how it is typed, with code 2', async () => {
    const wrong = script.includes('bench') ? ['rules', '--colour', 'red'] : ['--colour', 'red']
    const { code, out, error } = await started(script, ...wrong)
    expect([code, out]).toEqual([2, ''])
    const [line = '', ...rest] = error.split('\n')
    expect(line).toBe("Unknown option '--colour'")
    expect(rest.join('\n')).toMatch(usage)
    expect(error, 'a stack trace').not.toMatch(/\n\s+at /)
  })
})

test.each(['server/training/train.ts', 'test/evaluate/run.ts'])(
  '%s names the folder of texts that is not there, and writes nothing',
  async (script) => {
    const { code, out, error } = await started(script, '--data', 'no/such')
    expect([code, out]).toEqual([2, ''])
    expect(error).toMatch(/^there is no folder no\/such\/text\n/)
  },
)

test('a bench that is none is named', async () => {
  const { code, error } = await started('test/bench/run.ts', 'rules', 'constructor')
  expect(code).toBe(2)
  expect(error).toMatch(/^there is no bench constructor\nnpm run bench /)
})
