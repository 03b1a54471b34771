import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { appendFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readSettings } from '../env.ts'
import { startServer } from '../serve.ts'
import { pupils } from './people.ts'
import { prepareDemo } from './prepare.ts'
import { demoSchool } from './seed.ts'
import { welcome } from './welcome.ts'

const builds = [
  { what: 'extension', makes: '.output/chrome-mv3/manifest.json', script: 'build:extension' },
  { what: 'console', makes: 'dist/console/index.html', script: 'build:console' },
] as const

const say = (text: string): void => void process.stdout.write(`${text}\n`)

const ended = (child: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })

async function buildWhatIsMissing(): Promise<void> {
  for (const { what, makes, script } of builds) {
    if (existsSync(makes)) continue
    say(`Building the ${what}, which takes a minute the first time ...`)
    const code = await ended(
      spawn('npm', ['run', '--silent', script], { stdio: ['ignore', 'ignore', 'inherit'] }),
    )
    if (code !== 0) throw new Error(`npm run ${script} failed: its own message stands above`)
  }
}

/** The class that is simulated, as a file that the simulator reads. */
async function startPupils(dataDir: string, server: string, token: string): Promise<ChildProcess> {
  const file = join(dataDir, 'demo-pupils.json')
  const watched = pupils.filter((pupil) => pupil.year === 8)
  await writeFile(file, JSON.stringify(watched.map((pupil) => pupil.email)))
  const args = [
    'extension/simulator/class.ts',
    '--server',
    server,
    '--school',
    demoSchool.id,
    // In one piece: one token in 64 begins with a dash, and would be taken for an option.
    `--token=${token}`,
  ]
  return spawn(process.execPath, [...args, '--pupils', file], { stdio: ['ignore', 'ignore', 'inherit'] })
}

async function start(): Promise<void> {
  const settings = readSettings()
  await buildWhatIsMissing()
  const { isNew, enrolmentToken, links } = await prepareDemo(settings.dataDir, Date.now())
  const logFile = join(settings.dataDir, 'server.log')
  const server = await startServer(settings, (line) => {
    appendFile(logFile, `${JSON.stringify(line)}\n`).catch((error: unknown) =>
      say(`The log cannot be written: ${String(error)}`),
    )
  })
  // What `npm run pupil` needs to join the same school with a real browser.
  const joining = {
    serverUrl: server.origin,
    schoolId: demoSchool.id,
    enrolmentToken,
    pupils: pupils.map((p) => p.email),
  }
  await writeFile(join(settings.dataDir, 'demo.json'), JSON.stringify(joining, null, 2), { mode: 0o600 })
  const simulator = await startPupils(settings.dataDir, server.origin, enrolmentToken)
  say(welcome(server.origin, links, { isNew, logFile }))

  let stopping = false
  const asked = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve)
  })
  const pupilsGone = ended(simulator).then((code) => {
    if (!stopping) say(`The simulated pupils have stopped (exit ${code}); the server goes on.`)
  })
  await Promise.race([asked, server.died])
  stopping = true
  say('\nStopping ...')
  simulator.kill('SIGTERM')
  await server.close()
  const late = setTimeout(() => simulator.kill('SIGKILL'), 3000)
  await pupilsGone
  clearTimeout(late)
}

try {
  await start()
  process.exit(0)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
