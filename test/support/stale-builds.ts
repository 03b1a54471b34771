import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

type Build = { name: string; from: string[]; makes: string; run: string[] }

const wxt = 'node_modules/wxt/bin/wxt.mjs'
const device = ['extension', 'shared', 'wxt.config.ts', 'package-lock.json']

const BUILDS: Build[] = [
  {
    name: 'chrome',
    from: device,
    makes: '.output/chrome-mv3/manifest.json',
    run: [wxt, 'build', '-b', 'chrome'],
  },
  { name: 'edge', from: device, makes: '.output/edge-mv3/manifest.json', run: [wxt, 'build', '-b', 'edge'] },
  {
    name: 'safari',
    from: device,
    makes: '.output/safari-mv3/manifest.json',
    run: [wxt, 'build', '-b', 'safari', '--mv3'],
  },
  {
    name: 'console',
    from: ['console', 'shared', 'package-lock.json'],
    makes: 'dist/console/index.html',
    run: ['node_modules/vite/bin/vite.js', 'build', '-c', 'console/vite.config.ts'],
  },
]

/** Runs each build whose sources are newer than its last success; throws with the builder's words when one fails. */
export async function buildWhatIsStale(): Promise<void> {
  await mkdir('test/output', { recursive: true })
  for (const build of BUILDS) {
    if (await isFresh(build)) continue
    await run(build)
    await writeFile(stampOf(build), '')
  }
}

async function isFresh(build: Build): Promise<boolean> {
  if (!existsSync(build.makes) || !existsSync(stampOf(build))) return false
  const builtAt = (await stat(stampOf(build))).mtimeMs
  const newest = await Promise.all(build.from.map(newestIn))
  return Math.max(...newest) < builtAt
}

async function newestIn(path: string): Promise<number> {
  const own = await stat(path)
  if (!own.isDirectory()) return own.mtimeMs
  const inside = await readdir(path, { recursive: true })
  const times = await Promise.all(inside.map(async (name) => (await stat(join(path, name))).mtimeMs))
  return Math.max(own.mtimeMs, ...times)
}

function stampOf(build: Build): string {
  return join('test/output', `built-${build.name}.stamp`)
}

function run(build: Build): Promise<void> {
  // Vitest sets NODE_ENV=test, with which Vite would bundle the development half of Vue.
  const env = { ...process.env, NODE_ENV: 'production' }
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, build.run, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    child.stdout.on('data', (data) => (said += String(data)))
    child.stderr.on('data', (data) => (said += String(data)))
    child.on('error', fail)
    child.on('close', (code) =>
      code === 0 ? done() : fail(new Error(`build ${build.name} failed:\n${said}`)),
    )
  })
}
