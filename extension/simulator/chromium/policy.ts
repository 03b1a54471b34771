import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { lockSystemPolicies } from './policy-lock.ts'

/** What the school's administrator sets for one browser. */
export interface Policies {
  /** What storage.managed returns to the extension. */
  readonly managed: Readonly<Record<string, unknown>>
  /** Any other Chromium policies, over the ones set here. */
  readonly policies: Readonly<Record<string, unknown>>
}

/** One browser's policies. Chromium reads changes while it runs, within about five seconds. */
export interface PolicyFolder {
  /** The program that starts Chromium under these policies; takes Chromium's own arguments. */
  readonly executable: string
  /** What storage.managed is to return now. */
  managed(): Policies['managed']
  /** Replaces what is given and keeps the rest. */
  update(change: Partial<Policies>): void
  close(): Promise<void>
}

const systemFolder = '/etc/chromium'

const mayRun = (...unshareFlags: string[]): boolean => {
  try {
    execFileSync('unshare', [...unshareFlags, '--propagation', 'private', 'true'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** The switches by which this machine lets us have mounts of our own; undefined where it does not. */
const namespaceFlags = (): string | undefined => {
  if (mayRun('-m')) return '-m'
  return mayRun('-U', '-r', '-m') ? '-U -r -m' : undefined
}

const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`

/** Chromium behind a private mount: it, and nobody else, sees `folder` as /etc/chromium. */
const writeStarter = (path: string, flags: string, folder: string, chromium: string): void => {
  const inside = `mount --bind "$0" ${systemFolder} && exec "$@"`
  const command = `exec unshare ${flags} --propagation private sh -c ${quoted(inside)}`
  writeFileSync(path, `#!/bin/sh\n${command} ${quoted(folder)} ${quoted(chromium)} "$@"\n`)
  chmodSync(path, 0o755)
}

/**
 * Policies that force-install an extension as a school does. The folder is private to the browser started with `executable`;
 * where the machine permits no private mounts it is the system's own folder, one browser at a time.
 */
export const createPolicyFolder = async (
  chromium: string,
  extension: { id: string; updateUrl: string },
  first: Policies,
): Promise<PolicyFolder> => {
  const work = await mkdtemp(join(tmpdir(), 'lapwing-policy-'))
  const flags = namespaceFlags()
  const unlock = flags === undefined ? await lockSystemPolicies(() => wait(200)) : () => undefined
  const root = flags === undefined ? systemFolder : join(work, 'chromium')
  const managedFolder = join(root, 'policies', 'managed')
  mkdirSync(managedFolder, { recursive: true })
  const file = join(managedFolder, 'lapwing.json')

  let current = first
  const write = (): void => {
    const content = {
      ExtensionSettings: {
        [extension.id]: { installation_mode: 'force_installed', update_url: extension.updateUrl },
      },
      '3rdparty': { extensions: { [extension.id]: current.managed } },
      // Without it no debugger sees the worker or any page of an extension that policy installed.
      DeveloperToolsAvailability: 1,
      ...current.policies,
    }
    // Renamed into place, because Chromium would read a half-written file.
    const draft = join(root, 'policies', 'lapwing.draft')
    writeFileSync(draft, JSON.stringify(content))
    renameSync(draft, file)
  }
  write()
  // Chromium waits until a change is five seconds old before it hands the configuration to a newly installed extension.
  for (const path of [file, managedFolder]) utimesSync(path, 1, 1)

  const starter = join(work, 'chromium-under-policy')
  if (flags !== undefined) {
    mkdirSync(systemFolder, { recursive: true })
    writeStarter(starter, flags, root, chromium)
  }
  return {
    executable: flags === undefined ? chromium : starter,
    managed: () => current.managed,
    update: (change) => {
      current = { ...current, ...change }
      write()
    },
    close: async () => {
      rmSync(file, { force: true })
      unlock()
      await rm(work, { recursive: true, force: true })
    },
  }
}
