import { type Backoff, retryDelayMs } from '#shared/base/backoff.ts'
import { parse, parseJson } from '#shared/base/parse.ts'
import { EnrolResponse, enrolmentText } from '#shared/protocol/enrolment.ts'
import { ManagedConfiguration } from '#shared/protocol/managed.ts'
import { protocolVersion } from '#shared/protocol/version.ts'
import type { SchoolClock } from './clock.ts'
import type { DeviceKey } from './device-key.ts'
import type { Faults } from './faults.ts'
import type { Kept } from './kept.ts'
import type { Answer, Cancel, Network, Timers } from './ports.ts'

const retrying: Backoff = { firstMs: 1000, longestMs: 5 * 60_000 }

export interface Enrolling {
  /** Takes a managed configuration as the browser gives it. Empty means not yet: what is known stays. */
  configured(managed: unknown): Promise<void>
  /** Enrols when there is a configuration and no place at that school yet. Cheap when there is nothing to do. */
  wake(): void
  /** The school does not know this device any more: enrol again. */
  forget(): Promise<void>
}

export interface EnrollingPorts {
  readonly network: Network
  readonly timers: Timers
  readonly random: () => number
  readonly key: DeviceKey
  readonly kept: Kept
  readonly clock: SchoolClock
  readonly faults: Faults
  readonly platform: string
  /** The device goes to another school: nothing of the old one may go with it. */
  readonly leftSchool: () => Promise<void>
  /** The device has its place. */
  readonly enrolled: () => void
}

export function createEnrolling(ports: EnrollingPorts): Enrolling {
  const { timers, random, kept, faults } = ports
  let isBusy = false
  let attempt = 0
  let waiting: Cancel | null = null

  async function enrol(managed: ManagedConfiguration): Promise<void> {
    const answer = await askForPlace(ports, managed)
    if (await takePlace(ports, managed, answer)) {
      attempt = 0
      return
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
    if (managed === null || hasPlace(kept, managed) || isBusy || waiting !== null) return
    isBusy = true
    enrol(managed)
      .catch((error: unknown) =>
        faults.raise('enrolment', `This device could not be enrolled: ${String(error)}`),
      )
      .finally(() => {
        isBusy = false
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
          `The school’s configuration of this extension is not complete (${configuration.error})`,
        )
        return
      }
      faults.clear('managed')
      const before = kept.get('managed')
      if (before !== null && before.schoolId !== configuration.value.schoolId) await ports.leftSchool()
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

function hasPlace(kept: Kept, { serverUrl, schoolId }: ManagedConfiguration): boolean {
  const place = kept.get('enrolment')
  return place?.serverUrl === serverUrl && place.schoolId === schoolId
}

async function askForPlace(ports: EnrollingPorts, managed: ManagedConfiguration): Promise<Answer<string>> {
  const { network, key, clock, platform } = ports
  const publicKey = await key.publicKey()
  const { schoolId, enrolmentToken, pupilIdentity = null } = managed
  const sentAt = clock.now()
  const unsigned = {
    protocol: protocolVersion,
    schoolId,
    enrolmentToken,
    publicKey,
    sentAt,
    pupilIdentity,
    platform,
  }
  const signature = await key.sign(enrolmentText(unsigned))
  const url = `${managed.serverUrl.replace(/\/+$/, '')}/device/enrol`
  return network.post(url, JSON.stringify({ ...unsigned, signature }))
}

async function takePlace(
  { clock, kept, faults, enrolled }: EnrollingPorts,
  { serverUrl, schoolId }: ManagedConfiguration,
  answer: Answer<string>,
): Promise<boolean> {
  const place = parseJson(EnrolResponse, answer.body ?? '')
  if ((answer.status !== 200 && answer.status !== 201) || !place.ok) return false
  clock.heard(place.value.serverTime)
  await kept.set('enrolment', { serverUrl, schoolId, deviceId: place.value.deviceId })
  faults.clear('enrolment')
  enrolled()
  return true
}

function sentenceFor(status: number): string {
  if (status === 0) return 'The school could not be reached to enrol this device'
  if (status === 503 || status === 429) return 'The school asked this device to enrol a little later'
  if (status >= 400 && status < 500)
    return `The school did not accept this device (${status}): check the enrolment token and school id`
  return `The school answered the enrolment with an error (${status})`
}
