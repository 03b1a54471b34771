import type { Fact } from '../services/fact.ts'
import { createConsoles, type Consoles } from './consoles.ts'
import { createDevices, type Devices } from './devices.ts'
import { createLessons, type Lessons } from './lessons.ts'

/** One school's live side: who is connected, which lessons watch, who looks. All of it in memory, none of it ever written. */
export interface LiveSchool {
  readonly devices: Devices
  readonly lessons: Lessons
  readonly consoles: Consoles
}

/** The live side of every school of this process. */
export interface Hub {
  readonly school: (schoolId: string) => LiveSchool
  readonly schools: () => Iterable<LiveSchool>
  readonly isConnected: (schoolId: string, deviceId: string) => boolean
  /** Tells those whom it concerns what is true since a commit. */
  readonly publish: (schoolId: string, facts: readonly Fact[]) => void
}

/** `onLessonDue` is called when a lesson's time is up. */
export function createHub(now: () => number, onLessonDue: (schoolId: string, lessonId: string) => void): Hub {
  const schools = new Map<string, LiveSchool>()

  function school(schoolId: string): LiveSchool {
    const known = schools.get(schoolId)
    if (known !== undefined) return known
    const devices = createDevices()
    const lessons = createLessons(devices, now, (lessonId) => onLessonDue(schoolId, lessonId))
    const made = { devices, lessons, consoles: createConsoles() }
    schools.set(schoolId, made)
    return made
  }

  return {
    school,
    schools: () => schools.values(),
    isConnected: (schoolId, deviceId) => schools.get(schoolId)?.devices.find(deviceId) !== undefined,
    publish(schoolId, facts) {
      for (const fact of facts) tell(school(schoolId), fact)
    },
  }
}

function tell({ devices, lessons, consoles }: LiveSchool, fact: Fact): void {
  switch (fact.fact) {
    case 'changed':
      return consoles.changed(fact.staffIds, fact.noun, fact.id)
    case 'lesson-open':
      return lessons.open(fact.lesson)
    case 'lesson-over':
      return lessons.end(fact.lessonId)
    case 'counts':
      return lessons.count(fact.lessonId, fact.pupilId, fact.counts)
    case 'command':
      return devices.send(fact.deviceId, { type: 'command', command: fact.command })
    case 'receipt':
      return devices.send(fact.deviceId, { type: 'receipt', receipt: fact.receipt })
    case 'policy':
      return devices.sendBand(fact.band, { type: 'policy', policy: fact.policy })
    case 'lists':
      return devices.sendAll({ type: 'lists', lists: fact.lists, listsKey: fact.listsKey })
    case 'model':
      return devices.sendAll({ type: 'model', model: fact.model, listsKey: fact.listsKey })
    case 'user':
      return devices.send(fact.deviceId, { type: 'user', user: fact.user })
    case 'device-revoked':
      return devices.find(fact.deviceId)?.refuse('revoked-device', null)
    case 'session-over':
      return consoles.signOut(fact.sessionId)
  }
}
