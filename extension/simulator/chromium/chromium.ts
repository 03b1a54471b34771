import { execFile } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Debian's start script in /usr/bin adds switches of its own, so the binary behind it comes first. */
const places = ['/usr/lib/chromium/chromium', '/usr/bin/chromium']

const packages = ['chromium', 'fonts-dejavu-core']

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The Chromium chosen, else Debian's; undefined when there is none. Throws when what was chosen cannot be run. */
export const findChromium = (chosen?: string): string | undefined => {
  if (chosen === undefined || chosen === '') return places.find(isExecutable)
  if (!isExecutable(chosen)) throw new Error(`${chosen} was chosen as Chromium and cannot be run`)
  return chosen
}

/**
 * The path of a Chromium, installed by apt-get first when it is missing and this process may do so (root on Debian).
 * Throws with what to install otherwise.
 */
export const ensureChromium = async (chosen?: string): Promise<string> => {
  const present = findChromium(chosen)
  if (present !== undefined) return present
  const advice = `Chromium is missing: run "apt-get install ${packages.join(' ')}" or name another one`
  if (process.getuid?.() !== 0 || !isExecutable('/usr/bin/apt-get')) throw new Error(advice)
  const limits = { maxBuffer: 64 * 1024 * 1024 }
  try {
    await run('apt-get', ['update', '-q'], limits)
    await run(
      'env',
      [
        'DEBIAN_FRONTEND=noninteractive',
        'apt-get',
        'install',
        '-y',
        '-q',
        '--no-install-recommends',
        ...packages,
      ],
      limits,
    )
  } catch (cause) {
    throw new Error(`${advice} (apt-get failed)`, { cause })
  }
  const installed = findChromium()
  if (installed === undefined) throw new Error(advice)
  return installed
}
