import { readFileSync, writeFileSync } from 'node:fs'
import * as v from 'valibot'

/*
 * A registry that mirrors only this platform's binaries makes npm leave the others out of the lock file, after which
 * `npm ci` calls the lock file incomplete, here and on every other platform. This writes down what is missing:
 * name and exact version stand in the package that asks for it, platform and processor in the name.
 */

const Entry = v.looseObject({
  version: v.optional(v.string()),
  dev: v.optional(v.boolean()),
  optionalDependencies: v.optional(v.record(v.string(), v.string())),
})
export const Lock = v.looseObject({ packages: v.record(v.string(), Entry) })
export type Lock = v.InferOutput<typeof Lock>

const SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'wasi',
  'win32',
]
const PROCESSORS = [
  'arm64',
  'arm',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'x64',
  'wasm32',
  'universal',
]

/** Names the entries that the lock file lacks although an entry of it asks for them, with what is known about each. */
export function missingEntries(lock: Lock): Record<string, object> {
  const missing: Record<string, object> = {}
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      if (path === '' || isLocked(lock, path, name)) continue
      const version = range.replace(/^[~^]/, '')
      const top = `node_modules/${name}`
      const taken = missing[top]
      const isFree = taken === undefined || ('version' in taken && taken.version === version)
      missing[isFree ? top : `${path}/${top}`] = describe(name, version, entry.dev)
    }
  }
  return missing
}

function isLocked(lock: Lock, asker: string, name: string): boolean {
  const steps = asker.split('/node_modules/')
  const places = steps.map(
    (_, index) => `${steps.slice(0, index + 1).join('/node_modules/')}/node_modules/${name}`,
  )
  return [`node_modules/${name}`, ...places].some((place) => place in lock.packages)
}

function describe(name: string, version: string, dev: boolean | undefined): object {
  const words = name.split(/[/-]/)
  const os = SYSTEMS.find((system) => words.includes(system))
  const cpu = PROCESSORS.find((processor) => words.includes(processor))
  const libc = words.some((word) => word.startsWith('musl'))
    ? 'musl'
    : words.some((word) => word.startsWith('gnu'))
      ? 'glibc'
      : undefined
  return {
    version,
    ...(cpu !== undefined && cpu !== 'wasm32' && cpu !== 'universal' && { cpu: [cpu] }),
    ...(dev === true && { dev }),
    ...(os === 'linux' && libc !== undefined && { libc: [libc] }),
    optional: true,
    ...(os !== undefined && os !== 'wasi' && { os: [os] }),
  }
}

if (import.meta.main) {
  const text = readFileSync('package-lock.json', 'utf8')
  const missing = missingEntries(v.parse(Lock, JSON.parse(text)))
  // The parsed copy has its keys in another order than npm writes them: only the text as read keeps the difference small.
  const lock = v.parse(v.looseObject({ packages: v.record(v.string(), v.unknown()) }), JSON.parse(text))
  const entries = Object.entries({ ...lock.packages, ...missing }).toSorted(([a], [b]) =>
    a.localeCompare(b, 'en'),
  )
  const inOrder = {
    ...v.parse(v.record(v.string(), v.unknown()), JSON.parse(text)),
    packages: Object.fromEntries(entries),
  }
  writeFileSync('package-lock.json', `${JSON.stringify(inOrder, null, 2)}\n`)
}
