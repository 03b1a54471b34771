import type { DeviceEventBody } from '#shared/domain/device-event.ts'
import { createSchoolClock, type SchoolClock } from './clock.ts'
import { createExplicitPages, type ExplicitPages } from './explicit-pages.ts'
import { createFaults, type Faults } from './faults.ts'
import { createFoundWords, type FoundWords } from './found-words.ts'
import { createJudging, type Judging } from './judging.ts'
import { createKept, type Kept } from './kept.ts'
import { createNoticing, type Noticing } from './noticing.ts'
import { createOutbox, type Outbox } from './outbox.ts'
import { openOwnModel } from './own-model.ts'
import type { Ports } from './ports.ts'
import { createRelays, type Relays } from './relays.ts'
import { createSearchedWords, type SearchedWords } from './searched-words.ts'
import { createTextReader, type TextReader } from './text-reader.ts'

/** What works without a school: memory, time, judgement, and what is to be told one day. */
export interface Core {
  readonly faults: Faults
  readonly kept: Kept
  readonly clock: SchoolClock
  readonly outbox: Outbox
  readonly relays: Relays
  readonly explicitPages: ExplicitPages
  readonly reader: TextReader
  readonly foundWords: FoundWords
  readonly searchedWords: SearchedWords
  readonly judging: Judging
  readonly noticing: Noticing
  /** Stores an event; the outbox itself tells people when it cannot. */
  readonly put: (body: DeviceEventBody) => void
}

/** @param onPut told after each stored event */
export function createCore(ports: Ports, onPut: () => void): Core {
  const { newId } = ports
  const faults = createFaults(() => ports.screens.changed())
  const kept = createKept(ports.records, (words) => faults.raise('kept', words))
  const clock = createSchoolClock({
    now: ports.now,
    timers: ports.timers,
    kept,
    skewed: (offsetMs) => put(skewNotice(offsetMs)),
  })
  const outbox = createOutbox({
    journal: ports.journal,
    now: () => clock.now(),
    newId,
    onPut,
    fault: (words) => (words === null ? faults.clear('outbox') : faults.raise('outbox', words)),
  })
  const put = (body: DeviceEventBody): void => {
    // The outbox has raised a fault by then, and whoever put this has nothing else to do.
    outbox.put(body).catch(() => undefined)
  }
  const relays = createRelays({ kept, clock })
  const explicitPages = createExplicitPages({ kept, clock })
  const { openTextModel, listStore, subtle } = ports
  const reader = createTextReader({
    openOwn: () => openOwnModel({ listStore, subtle, kept }),
    openTextModel,
    faults,
    put,
  })
  const foundWords = createFoundWords({ kept, clock })
  const searchedWords = createSearchedWords({ reader })
  const judging = createJudging({
    kept,
    clock,
    faults,
    known: (verdict) => explicitPages.known(searchedWords.known(foundWords.known(relays.known(verdict)))),
    listStore,
    subtle,
  })
  const noticing = createNoticing({ judging, kept, clock, newId, put })
  return {
    faults,
    kept,
    clock,
    outbox,
    relays,
    explicitPages,
    reader,
    foundWords,
    searchedWords,
    judging,
    noticing,
    put,
  }
}

function skewNotice(offsetMs: number): DeviceEventBody {
  const minutes = Math.round(Math.abs(offsetMs) / 60_000)
  const detail = `the clock of this device is ${minutes} minutes ${offsetMs > 0 ? 'slow' : 'fast'}`
  return { kind: 'device.noticed', notice: { code: 'clock-skewed', detail } }
}
