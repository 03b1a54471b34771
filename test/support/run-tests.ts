import { spawn } from 'node:child_process'
import { mkdir, readFile, rm } from 'node:fs/promises'
import * as v from 'valibot'

const RESULTS = 'test/output/results.json'

const Results = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  testResults: v.array(v.object({ status: v.string(), assertionResults: v.array(v.unknown()) })),
})

/** Runs Vitest with the arguments given on the command line and returns its exit code. */
function runVitest(): Promise<number> {
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts', '--root', '.']
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [...vitest, ...process.argv.slice(2)], { stdio: 'inherit' })
    child.on('error', fail)
    child.on('close', (code) => done(code ?? 1))
  })
}

/** Counts what the results file says; a run that left no file counts as one failure. */
async function totals(exitCode: number): Promise<{ passed: number; failed: number }> {
  const text = await readFile(RESULTS, 'utf8').catch(() => undefined)
  if (text === undefined) return { passed: 0, failed: 1 }
  const results = v.parse(Results, JSON.parse(text))
  // A file that breaks before its first test has no test to count: the file itself is the failure.
  const broken = results.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  const failed = results.numFailedTests + broken.length
  // An unhandled error outside any test fails the run too, and must show in the last line.
  return { passed: results.numPassedTests, failed: exitCode === 0 ? failed : Math.max(1, failed) }
}

await mkdir('test/output', { recursive: true })
await rm(RESULTS, { force: true })
const exitCode = await runVitest()
const { passed, failed } = await totals(exitCode)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
