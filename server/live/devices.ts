import type { Id } from '#shared/base/fields.ts'
import type { Band } from '#shared/domain/audience.ts'
import type { ServerSentToDevice } from '#shared/protocol/device.ts'
import type { RefusalReason } from '#shared/protocol/version.ts'

/** A device whose socket is open and whose key is proved. */
export interface ConnectedDevice {
  readonly id: Id
  readonly pupilId: Id | null
  readonly band: Band
  readonly send: (frame: ServerSentToDevice) => void
  /** Says why and closes. */
  readonly refuse: (reason: RefusalReason, retryAfterMs: number | null) => void
}

/** A socket that made way for a newer one of the same device does not come back soon: the two would take turns. */
const newerWinsMs = 60_000

export interface Devices {
  readonly find: (deviceId: Id) => ConnectedDevice | undefined
  readonly ofPupil: (pupilId: Id) => readonly ConnectedDevice[]
  readonly all: () => Iterable<ConnectedDevice>
  /** Enters a device; an older socket of the same device makes way. */
  readonly enter: (device: ConnectedDevice) => void
  /** Takes a device out, unless a newer socket has taken its place: then false. */
  readonly leave: (device: ConnectedDevice) => boolean
  readonly send: (deviceId: Id, frame: ServerSentToDevice) => void
  readonly sendBand: (band: Band, frame: ServerSentToDevice) => void
  readonly sendAll: (frame: ServerSentToDevice) => void
}

/** The connected devices of one school, by id and by pupil. */
export function createDevices(): Devices {
  const byId = new Map<Id, ConnectedDevice>()
  const byPupil = new Map<Id, Set<ConnectedDevice>>()

  function forget(device: ConnectedDevice): void {
    if (device.pupilId === null) return
    const theirs = byPupil.get(device.pupilId)
    theirs?.delete(device)
    if (theirs?.size === 0) byPupil.delete(device.pupilId)
  }

  return {
    find: (deviceId) => byId.get(deviceId),
    ofPupil: (pupilId) => [...(byPupil.get(pupilId) ?? [])],
    all: () => byId.values(),
    enter(device) {
      const older = byId.get(device.id)
      byId.set(device.id, device)
      if (older !== undefined) {
        forget(older)
        older.refuse('try-later', newerWinsMs)
      }
      if (device.pupilId === null) return
      const theirs = byPupil.get(device.pupilId) ?? new Set()
      byPupil.set(device.pupilId, theirs.add(device))
    },
    leave(device) {
      forget(device)
      return byId.get(device.id) === device && byId.delete(device.id)
    },
    send: (deviceId, frame) => byId.get(deviceId)?.send(frame),
    sendBand(band, frame) {
      for (const device of byId.values()) if (device.band === band) device.send(frame)
    },
    sendAll(frame) {
      for (const device of byId.values()) device.send(frame)
    },
  }
}
