import type { EpochMs, Id } from '#shared/base/fields.ts'
import type { Activity } from '#shared/domain/activity.ts'
import type { LessonOnDevice } from '#shared/domain/lesson.ts'
import type { Tile } from '#shared/protocol/console.ts'
import type { LiveLesson, TileCounts } from '../services/fact.ts'
import type { Devices } from './devices.ts'

/** Somebody who looks at a lesson's tiles. */
export interface Watcher {
  /** This pupil's tile is not what it was. */
  readonly moved: (pupilId: Id) => void
  /** The lesson is over: nothing is left to look at. */
  readonly over: () => void
}

export interface Lessons {
  readonly open: (lesson: LiveLesson) => void
  readonly end: (lessonId: Id) => void
  readonly count: (lessonId: Id, pupilId: Id, counts: TileCounts) => void
  /** Takes in what a device says of its pupil; forgotten at once unless a lesson watches that pupil. */
  readonly report: (pupilId: Id, activity: Activity) => void
  /** A device of this pupil came or went. */
  readonly presence: (pupilId: Id) => void
  /** Null when no such lesson is open. */
  readonly tiles: (lessonId: Id) => Tile[] | null
  readonly tile: (lessonId: Id, pupilId: Id) => Tile | null
  readonly watch: (lessonId: Id, watcher: Watcher) => void
  readonly unwatch: (watcher: Watcher) => void
}

interface Room {
  readonly lesson: LiveLesson
  readonly counts: Map<Id, TileCounts>
  readonly activity: Map<Id, Activity>
  readonly watchers: Set<Watcher>
  readonly timer: NodeJS.Timeout
}

/** A private moment and an idle one carry no place, whatever the device sent along. */
const shown = (activity: Activity): Activity =>
  activity.status === 'private' || activity.status === 'idle'
    ? { ...activity, site: null, title: null, category: null }
    : activity

const onDevice = ({ id, watchedBy, endsAt, scene }: LiveLesson): LessonOnDevice => ({
  id,
  watchedBy,
  endsAt,
  scene,
})

/** The open lessons of one school. When one ends, all that was seen in it is forgotten. */
export function createLessons(devices: Devices, now: () => EpochMs, onDue: (lessonId: Id) => void): Lessons {
  const rooms = new Map<Id, Room>()
  const roomOfPupil = new Map<Id, Room>()

  const moved = (room: Room, pupilId: Id): void => {
    for (const watcher of room.watchers) watcher.moved(pupilId)
  }
  const tellDevices = (lesson: LiveLesson, said: LessonOnDevice | null): void => {
    for (const { id } of lesson.pupils) {
      for (const device of devices.ofPupil(id)) device.send({ type: 'lesson', lesson: said })
    }
  }

  function tileIn(room: Room, pupil: LiveLesson['pupils'][number]): Tile {
    return {
      pupilId: pupil.id,
      name: pupil.name,
      connected: devices.ofPupil(pupil.id).length > 0,
      activity: room.activity.get(pupil.id) ?? null,
      ...(room.counts.get(pupil.id) ?? pupil.counts),
    }
  }

  return {
    open(lesson) {
      const before = rooms.get(lesson.id)
      clearTimeout(before?.timer)
      const room: Room = {
        lesson,
        counts: new Map(lesson.pupils.map(({ id, counts }) => [id, counts])),
        activity: before?.activity ?? new Map<Id, Activity>(),
        watchers: before?.watchers ?? new Set<Watcher>(),
        // A lesson that is open must not keep a server from ending: it is taken up again at the next start.
        timer: setTimeout(() => onDue(lesson.id), Math.max(0, lesson.endsAt - now())).unref(),
      }
      rooms.set(lesson.id, room)
      for (const { id } of lesson.pupils) roomOfPupil.set(id, room)
      tellDevices(lesson, onDevice(lesson))
    },
    end(lessonId) {
      const room = rooms.get(lessonId)
      if (room === undefined) return
      clearTimeout(room.timer)
      rooms.delete(lessonId)
      for (const { id } of room.lesson.pupils) if (roomOfPupil.get(id) === room) roomOfPupil.delete(id)
      room.activity.clear()
      tellDevices(room.lesson, null)
      for (const watcher of room.watchers) watcher.over()
    },
    count(lessonId, pupilId, counts) {
      const room = rooms.get(lessonId)
      if (room === undefined) return
      room.counts.set(pupilId, counts)
      moved(room, pupilId)
    },
    report(pupilId, activity) {
      const room = roomOfPupil.get(pupilId)
      if (room === undefined || room.lesson.endsAt <= now()) return
      room.activity.set(pupilId, shown(activity))
      moved(room, pupilId)
    },
    presence(pupilId) {
      const room = roomOfPupil.get(pupilId)
      if (room === undefined) return
      if (devices.ofPupil(pupilId).length === 0) room.activity.delete(pupilId)
      moved(room, pupilId)
    },
    tiles(lessonId) {
      const room = rooms.get(lessonId)
      return room === undefined ? null : room.lesson.pupils.map((pupil) => tileIn(room, pupil))
    },
    tile(lessonId, pupilId) {
      const room = rooms.get(lessonId)
      const pupil = room?.lesson.pupils.find(({ id }) => id === pupilId)
      return room === undefined || pupil === undefined ? null : tileIn(room, pupil)
    },
    watch: (lessonId, watcher) => void rooms.get(lessonId)?.watchers.add(watcher),
    unwatch(watcher) {
      for (const room of rooms.values()) room.watchers.delete(watcher)
    },
  }
}
