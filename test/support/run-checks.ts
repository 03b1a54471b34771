import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import * as v from 'valibot'

const Package = v.object({ scripts: v.record(v.string(), v.string()) })

type Outcome = { check: string; passed: boolean; seconds: number; said: string }

/** The names of the `check:…` scripts of the package, in the order they stand there. */
async function checks(): Promise<string[]> {
  const { scripts } = v.parse(Package, JSON.parse(await readFile('package.json', 'utf8')))
  return Object.keys(scripts).filter((name) => name.startsWith('check:'))
}

function runCheck(check: string): Promise<Outcome> {
  const startedAt = performance.now()
  return new Promise((done, fail) => {
    const child = spawn('npm', ['run', '--silent', check], { stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    child.stdout.on('data', (data) => (said += String(data)))
    child.stderr.on('data', (data) => (said += String(data)))
    child.on('error', fail)
    child.on('close', (code) =>
      done({ check, passed: code === 0, seconds: (performance.now() - startedAt) / 1000, said: said.trim() }),
    )
  })
}

const { positionals } = parseArgs({ allowPositionals: true })
const wanted = (await checks()).filter(
  (name) => positionals.length === 0 || positionals.includes(name.slice(6)),
)
const failed: string[] = []
for (const check of wanted) {
  const outcome = await runCheck(check)
  if (!outcome.passed) {
    failed.push(check)
    console.log(`\n${outcome.said}\n`)
  }
  console.log(`${outcome.passed ? 'ok    ' : 'FAILED'} ${check} (${outcome.seconds.toFixed(1)} s)`)
}
console.log(failed.length === 0 ? 'every check passed' : `failed: ${failed.join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1
