import type { TextModel } from '#shared/classify/text/reading.ts'
import type { Band } from '#shared/domain/audience.ts'
import type { Decision } from '#shared/domain/decision.ts'
import type { DeviceEventBody } from '#shared/domain/device-event.ts'
import type { ListedNames } from '#shared/domain/listed-names.ts'
import type { Nudge } from '#shared/domain/nudge.ts'
import type { CompiledPolicy } from '#shared/domain/policy.ts'
import type { Verdict } from '#shared/domain/verdict.ts'
import type { RuleCoverage } from '#shared/policy/shut-hosts.ts'
import type { PageMessageName, PageOrder, RequestOf, ResponseOf } from '#shared/protocol/page.ts'
import type { AskedPicture, PictureAnswer } from '#shared/protocol/pictures.ts'

/**
 * What a gate asks about. `page` fills a tab, `frame` a part of it, `resource` is loaded by a page.
 * `asked`: somebody went there. `unasked`: a page did it by itself. `judged-again`: it is open already.
 */
export interface Subject {
  readonly url: string
  readonly kind: 'page' | 'frame' | 'resource'
  readonly tabId: number
  readonly cause: 'asked' | 'unasked' | 'judged-again'
}

export interface Judgement {
  readonly verdict: Verdict
  readonly decision: Decision
}

/** Stops what was planned. Stopping twice, or too late, does nothing. */
export type Cancel = () => void

export interface Timers {
  after(delayMs: number, run: () => void): Cancel
}

/** Values under names, as the device keeps them: structured clones, unchecked. */
export interface Records {
  /** Everything, read at once. Rejects when the storage is broken beyond opening it anew. */
  all(): Promise<ReadonlyMap<string, unknown>>
  put(name: string, value: unknown): Promise<void>
}

/** Where list files lie: a woken worker reads no more of them than it needs. */
export interface ListStore {
  /** Bytes `from` to `to` (not included, cut at the end) of a stored file, and how many it has. Rejects when it is not there. */
  read(name: string, from: number, to: number): Promise<{ bytes: Uint8Array; fileBytes: number }>
  /** Stores a file, whole or not at all. Durable on return. */
  put(name: string, file: ArrayBuffer): Promise<void>
  /** Forgets every file but these. */
  keepOnly(names: readonly string[]): Promise<void>
}

/** `urgent` is what a person waits for; `log` is the accountability log, the only lane that may lose its oldest lines. */
export type Lane = 'urgent' | 'log'

export interface JournalRow {
  readonly place: number
  readonly lane: Lane
  readonly at: number
  readonly body: DeviceEventBody
}

export interface NumberedRow extends JournalRow {
  readonly seq: number
}

export interface JournalState {
  readonly epoch: string
  readonly keptThrough: number
  readonly numberedThrough: number
}

/**
 * The durable store under the outbox. A row waits until it is numbered, so that rows can be dropped and hurried without a gap
 * in the sequence. Every method is one transaction and rejects when the storage failed.
 */
export interface Journal {
  /** Opens, or opens again. What cannot be opened is made anew under `epoch`, and `recovered` says so. */
  open(epoch: string): Promise<{ state: JournalState; recovered: boolean }>
  /** Durable on return. Answers the row's place. */
  put(lane: Lane, at: number, body: DeviceEventBody): Promise<number>
  /** Gives the next sequences to at most `limit` waiting rows, urgent ones first. Durable on return. */
  number(limit: number): Promise<NumberedRow[]>
  /** Numbered rows behind `seq`, in order. Their other fields may be damaged: check them. */
  numbered(afterSeq: number, limit: number): Promise<NumberedRow[]>
  /** Forgets the numbered rows up to and including `through`. */
  keep(through: number): Promise<void>
  /** A new epoch: numbered rows wait again, in their old order. */
  restart(epoch: string): Promise<void>
  /** A new epoch with nothing in it: every row is forgotten, sent or not. */
  empty(epoch: string): Promise<void>
  counts(): Promise<{ all: number; log: number }>
  /** Drops the oldest rows of the log that have no number yet. */
  dropOldestLog(count: number): Promise<number>
}

export interface Socket {
  send(text: string): void
  close(): void
}

export interface SocketEvents {
  opened(): void
  said(text: string): void
  /** Once, whatever the cause; nothing follows. */
  closed(): void
}

export type Answer<T> = {
  readonly status: number
  readonly retryAfterMs: number | null
  readonly body: T | null
}

/** The network as the device needs it. Both calls answer status 0 when nobody could be reached. */
export interface Network {
  connect(url: string, events: SocketEvents): Socket
  post(url: string, body: string): Promise<Answer<string>>
  download(url: string, bearer: string, mostBytes: number): Promise<Answer<ArrayBuffer>>
}

export interface Tab {
  readonly id: number
  readonly url: string
  readonly title: string | null
}

export interface Tabs {
  all(): Promise<readonly Tab[]>
  /** The active tab of the window in front, or null when no window of the browser is in front. */
  active(): Promise<Tab | null>
  /** Replaces what the tab shows by our block page for `url`, whatever the page does against it. */
  block(tabId: number, url: string): Promise<void>
  go(tabId: number, url: string): Promise<void>
  back(tabId: number): Promise<void>
  open(url: string): Promise<void>
  order(order: PageOrder): Promise<void>
  /** The address that our block page in this tab stands for, or null when it shows something else. */
  blockedAddress(tab: Tab): string | null
}

export interface Screens {
  /** Tells open screens to ask again. */
  changed(): void
  /** Shows at all times who watches live, such as "Ms Okafor, 8B Science"; null when nobody does. */
  watched(by: string | null): void
  /** Opens the screen that says why a picture was not sent to the page at `url`, and who helps. */
  uploadStopped(url: string): Promise<void>
}

/** How the pictures of a document are watched. */
export interface PictureWatch {
  /** Names the marks of this one document, so that no page can set them by itself. */
  readonly token: string
  readonly band: Band
  /** True when pictures stay blurred until they have been looked at. */
  readonly waits: boolean
}

/** The image model, wherever it runs. */
export interface Pictures {
  look(picture: AskedPicture): Promise<PictureAnswer>
}

/** What can be done to and asked of documents that are open. */
export interface Documents {
  /** Which of these names the page's own scripts have made global in a frame; none when the frame is gone. */
  globalsIn(tabId: number, frameId: number, names: readonly string[]): Promise<readonly string[]>
  /** Shows a private hint beside what somebody writes in a frame, or takes it away. Nothing happens when the frame is gone. */
  nudge(tabId: number, frameId: number, nudge: Nudge | null): Promise<void>
  /** Takes the service workers of an address's site away, with the pages they keep. */
  forgetServiceWorkers(url: string): Promise<void>
  /** Begins to look at the pictures of a document. One that is gone meanwhile is no failure. */
  watchPictures(document: Asker, watch: PictureWatch): Promise<void>
}

/** The names file in force, read only when it is needed. */
export interface StoredNames {
  readonly hash: string
  /** Rejects when it cannot be read any more. */
  read(): Promise<ListedNames>
}

/** What is held even while the worker is dead. */
export interface NetworkRules {
  /** True where no request can be held by us, so that the browser's own engine has to know as many hosts as it can. */
  wantsNames(): Promise<boolean>
  /** Takes over what must stay shut, by the policy and the names that stand now. Answers how much of it is held. */
  follow(policy: CompiledPolicy, names: StoredNames | null): Promise<RuleCoverage>
}

/** Everything the device's own logic needs of the world. */
export interface Ports {
  readonly now: () => number
  readonly random: () => number
  readonly newId: () => string
  readonly subtle: SubtleCrypto
  readonly timers: Timers
  readonly records: Records
  readonly listStore: ListStore
  readonly journal: Journal
  readonly network: Network
  readonly tabs: Tabs
  readonly documents: Documents
  readonly pictures: Pictures
  readonly screens: Screens
  readonly rules: NetworkRules
  readonly packagedLists: () => Promise<ArrayBuffer>
  /** Reads the packaged text model. Rejects when its file is missing or damaged. */
  readonly openTextModel: () => Promise<TextModel>
  readonly managed: {
    /** Null means not yet, never unmanaged. */
    read(): Promise<unknown>
    changed(run: () => void): void
  }
  readonly idle: () => Promise<boolean>
  readonly platform: string
  readonly agentVersion: string
}

/** Who asked: for a message from a page the address is the browser's word, not the page's. */
export interface Asker {
  readonly tabId: number | null
  /** True for the document that fills the tab. */
  readonly isTop: boolean
  /** The browser's number of the frame; missing for our own screens. */
  readonly frameId?: number | undefined
  /** The browser's name of this one document, where it has one. */
  readonly documentId?: string | undefined
  readonly url: string
  readonly title: string | null
}

export type PageHandlers = {
  readonly [N in PageMessageName]: (request: RequestOf<N>, asker: Asker) => Promise<ResponseOf<N>>
}

/** A pupil's device, as its gates, alarms and screens see it. */
export interface Device {
  /** Reads what is kept and begins. Call once, after every listener is registered. */
  readonly start: () => Promise<void>
  /** Judges now, and writes down what the school should know. `title` is what the browser calls the page, if it does. */
  readonly judge: (subject: Subject, title?: string | null) => Judgement
  /** True when everything that judging this address takes is in memory. */
  readonly isReady: (url: string) => boolean
  /** Where to go instead of an allowed address so that the search is a safe one, or null when it is safe as it stands. */
  readonly safely: (url: string) => string | null
  /** Resolves when this address can be judged, or after the longest time a request may be held. */
  readonly readyInTime: (url: string) => Promise<void>
  readonly handlers: PageHandlers
  /** The watchdog: expiry, enrolment, the connection. */
  readonly tick: () => void
  /** The active tab, the window in front or the use of the keyboard changed. */
  readonly look: () => void
  /** Judges every open tab again. */
  readonly sweep: () => Promise<void>
  /** Lets go of the connection and of everything planned. */
  readonly stop: () => void
}
