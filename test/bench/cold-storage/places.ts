import type { Place } from './place.ts'
import * as files from './places-of-files.ts'
import * as records from './places-of-records.ts'
import * as texts from './places-of-text.ts'

/** Every place that is compared, in the words of the report. */
export const places = {
  'packaged file, ranges': files.packagedRange,
  'packaged file, whole': files.packagedWhole,
  'IndexedDB, a record for each page': records.recordOfEachPage,
  'IndexedDB, pages and records in one transaction': records.recordsTogether,
  'IndexedDB, records alone': records.recordsAlone,
  'IndexedDB, a Blob and its slices': records.blobInRecord,
  'IndexedDB, all bytes among the records': records.wholeWithRecords,
  'OPFS, slices of a file': files.originPrivate,
  'Cache, an entry for each page': files.cacheOfPages,
  'Cache, one entry and its slices': files.cacheOfOne,
  'storage.local, records alone': texts.recordsInLocal,
  'storage.local, base64': texts.textInLocal,
  'storage.session, base64': texts.textInSession,
} as const satisfies Record<string, Place>

export type PlaceName = keyof typeof places
export const placeNames = Object.keys(places) as PlaceName[]
