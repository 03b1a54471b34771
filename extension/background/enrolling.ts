import { type Backoff, retryDelayMs } from '#shared/base/backoff.ts'
import { parse, parseJson } from '#shared/base/parse.ts'
import { EnrolResponse, enrolmentText } from '#shared/protocol/enrolment.ts'
import { ManagedConfiguration } from '#shared/protocol/managed.ts'
import { protocolVersion } from '#shared/protocol/version.ts'
import type { SchoolClock } from './clock.ts'
import type { DeviceKey } from './device-key.ts'
import type { Faults } from './faults.ts'
import type { Kept } from './kept.ts'
import type { Cancel, Network, Timers } from './ports.ts'

const retrying: Backoff = { firstMs: 1000, longestMs: 5 * 60_000 }

export interface Enrolling {
  /** Takes a managed configuration as the browser gives it. Empty means not yet: what is known stays. */
  configured(managed: unknown): Promise<void>
  /** Enrols when there is a configuration and no place at that school yet. Cheap when there is nothing to do. */
  wake(): void
  /** The school does not know this device any more: enrol again. */
  forget(): Promise<void>
}

/** @param enrolled told when the device has its place */
export function createEnrolling(deps: {
  network: Network
  timers: Timers
  random: () => number
  key: DeviceKey
  kept: Kept
  clock: SchoolClock
  faults: Faults
  platform: string
  enrolled: () => void
}): Enrolling {
  const { network, timers, random, key, kept, clock, faults, platform, enrolled } = deps
  let busy = false
  let attempt = 0
  let waiting: Cancel | null = null

  const isEnrolled = ({ serverUrl, schoolId }: ManagedConfiguration): boolean => {
    const place = kept.get('enrolment')
    return place?.serverUrl === serverUrl && place.schoolId === schoolId
  }

  async function enrol(managed: ManagedConfiguration): Promise<void> {
    const publicKey = await key.publicKey()
    const { schoolId, enrolmentToken, pupilIdentity = null } = managed
    const unsigned = {
      protocol: protocolVersion,
      schoolId,
      enrolmentToken,
      publicKey,
      sentAt: clock.now(),
      pupilIdentity,
      platform,
    }
    const signature = await key.sign(enrolmentText(unsigned))
    const url = `${managed.serverUrl.replace(/\/+$/, '')}/device/enrol`
    const answer = await network.post(url, JSON.stringify({ ...unsigned, signature }))
    if (answer.status === 200 || answer.status === 201) {
      const place = parseJson(EnrolResponse, answer.body ?? '')
      if (place.ok) {
        clock.heard(place.value.serverTime)
        await kept.set('enrolment', {
          serverUrl: managed.serverUrl,
          schoolId,
          deviceId: place.value.deviceId,
        })
        attempt = 0
        faults.clear('enrolment')
        enrolled()
        return
      }
    }
    faults.raise('enrolment', sentenceFor(answer.status))
    const jitter = retryDelayMs(attempt++, retrying, random)
    waiting = timers.after((answer.retryAfterMs ?? 0) + jitter, () => {
      waiting = null
      wake()
    })
  }

  function wake(): void {
    const managed = kept.get('managed')
    if (managed === null || isEnrolled(managed) || busy || waiting !== null) return
    busy = true
    enrol(managed)
      .catch((error: unknown) =>
        faults.raise('enrolment', `This device could not be enrolled: ${String(error)}`),
      )
      .finally(() => {
        busy = false
      })
  }

  return {
    wake,
    async configured(managed) {
      if (typeof managed !== 'object' || managed === null || Object.keys(managed).length === 0) return
      const configuration = parse(ManagedConfiguration, managed)
      if (!configuration.ok) {
        faults.raise(
          'managed',
          `The school's configuration of this extension is not complete (${configuration.error})`,
        )
        return
      }
      faults.clear('managed')
      await kept.set('managed', configuration.value)
      waiting?.()
      waiting = null
      attempt = 0
      wake()
    },
    async forget() {
      await kept.set('enrolment', null)
      wake()
    },
  }
}

function sentenceFor(status: number): string {
  if (status === 0) return 'The school could not be reached to enrol this device'
  if (status === 503 || status === 429) return 'The school asked this device to enrol a little later'
  if (status >= 400 && status < 500)
    return `The school did not accept this device (${status}): check the enrolment token and school id`
  return `The school answered the enrolment with an error (${status})`
}
