import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveExtension, type ServedExtension } from '#extension/simulator/chromium/pack.ts'
import { createPolicyFolder, type PolicyFolder } from '#extension/simulator/chromium/policy.ts'
import { ensureChromium } from './chromium.ts'
import { commonSwitches, type HostMap, type SitePorts } from './switches.ts'
import { unpackedExtension } from './unpacked.ts'

/** What a test says about the pupil's device that it wants. */
export interface DeviceOptions {
  /** An unpacked extension, such as .output/chrome-mv3. */
  readonly extensionDir: string
  /** What storage.managed returns. */
  readonly managed: Readonly<Record<string, unknown>>
  /** Chromium policies besides the installation of the extension. */
  readonly policies?: Readonly<Record<string, unknown>>
  /** False for an extension that somebody loaded by hand: it may not hold requests. Default true. */
  readonly byPolicy?: boolean
  /** Kept when given; else a temporary profile that `close()` removes. */
  readonly profileDir?: string
  /** Default true. */
  readonly headless?: boolean
  /** Every host name on any port leads here; without it no name resolves. */
  readonly sites?: SitePorts
  /** Names that lead elsewhere on this machine; they win over `sites`. */
  readonly hosts?: HostMap
  /** Chromium switches besides the ones set here. */
  readonly switches?: readonly string[]
}

/** A pupil's device without its browser running: extension on offer, policies, profile. It outlives restarts of the browser. */
export interface Device {
  readonly extension: ServedExtension
  readonly policy: PolicyFolder
  readonly profileDir: string
  readonly switches: readonly string[]
  close(): Promise<void>
}

/** Packs and serves the extension, writes the policies and makes the profile. */
export const setUpDevice = async (options: DeviceOptions): Promise<Device> => {
  const chromium = await ensureChromium()
  const unpacked = options.byPolicy === false ? await unpackedExtension(options.extensionDir) : null
  const extension = unpacked ?? (await serveExtension(options.extensionDir))
  const policy = await createPolicyFolder(chromium, extension, {
    managed: options.managed,
    policies: { ...(unpacked && { ExtensionSettings: {} }), ...options.policies },
  })
  const profileDir = options.profileDir ?? (await mkdtemp(join(tmpdir(), 'lapwing-profile-')))
  return {
    extension,
    policy,
    profileDir,
    switches: [
      ...commonSwitches(options.sites, options.hosts ?? {}),
      ...(options.headless === false ? [] : ['--headless=new']),
      ...(unpacked === null ? [] : [`--load-extension=${unpacked.dir}`]),
      ...(options.switches ?? []),
    ],
    close: async () => {
      await policy.close()
      await extension.close()
      if (options.profileDir === undefined) {
        await rm(profileDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
      }
    },
  }
}
