import * as v from 'valibot'
import { EpochMs, Id, PageTitle, PageUrl, Text } from '../base/fields.ts'
import { Activity } from '../domain/activity.ts'
import { Band } from '../domain/audience.ts'
import { CategoryId } from '../domain/category.ts'
import { Decision } from '../domain/decision.ts'
import { Nudge } from '../domain/nudge.ts'
import { PageSignId } from '../domain/page-sign.ts'
import { TrustedAdult } from '../domain/pupil.ts'
import { ChosenAdult, ReportKind, ReportReceipt } from '../domain/report.ts'
import { RequestStatus } from '../domain/request.ts'
import { AskedPicture, sparing } from './pictures.ts'

/**
 * Who may send a message. `page` comes from a content script and its tab and address are taken from the browser, never from the
 * message. `screen` comes from one of the extension's own pages.
 */
export type Trust = 'page' | 'screen'

/** What a block or pause screen shows. */
export const ScreenView = v.strictObject({
  url: PageUrl,
  host: Text(253),
  title: v.nullable(PageTitle),
  decision: Decision,
  band: Band,
  schoolName: Text(120),
  safeguardingContact: Text(300),
  adults: v.array(TrustedAdult),
  /** A request for this host that is on its way, granted or refused. */
  request: v.nullable(v.strictObject({ status: RequestStatus, reply: v.nullable(Text(300)) })),
  /** False when the school cannot be reached now: what is sent waits on the device. */
  online: v.boolean(),
  /** A lock's message, or null. */
  lockMessage: v.nullable(Text(200)),
  /** True when this site can be asked for: a lesson or the school can open it. */
  canAsk: v.boolean(),
})
export type ScreenView = v.InferOutput<typeof ScreenView>

const Count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** What the popup shows. */
export const PopupView = v.strictObject({
  band: Band,
  name: v.nullable(Text(80)),
  schoolName: Text(120),
  safeguardingContact: Text(300),
  adults: v.array(TrustedAdult),
  /** `partly`: what looks at pictures or reads words does not work; everything else protects. */
  state: v.picklist(['protected', 'partly', 'not-enrolled', 'offline', 'refused', 'starting']),
  /** Who watches live now, such as "Ms Okafor, 8B Science"; null when nobody does. */
  watchedBy: v.nullable(Text(120)),
  /** What a teacher's tile shows now, word for word; null when nobody watches. */
  activity: v.nullable(Activity),
  waitingToSend: Count,
  receipts: v.array(ReportReceipt),
  monitorsOutOfHours: v.boolean(),
  policyVersion: v.nullable(v.number()),
  listsVersion: v.nullable(Text(80)),
  /** Of the hosts that the policy always shuts: how many the browser itself holds, also while nothing of ours runs. */
  rules: v.nullable(v.strictObject({ held: Count, listed: Count, popularHeld: Count, popularListed: Count })),
  /** Faults a person should see, in words for staff. */
  faults: v.array(Text(200)),
  /** The page in the current tab, for "report this page"; null on the browser's own pages. */
  page: v.nullable(
    v.strictObject({ url: PageUrl, title: v.nullable(PageTitle), category: v.nullable(CategoryId) }),
  ),
})
export type PopupView = v.InferOutput<typeof PopupView>

const Nothing = v.null()
/** `sent`: durable at the school. `stored`: durable on the device, goes when the school can be reached. */
const Filed = v.strictObject({ id: Id, state: v.picklist(['sent', 'stored']) })
export type Filed = v.InferOutput<typeof Filed>

const message = <T extends Trust, Q extends v.GenericSchema, A extends v.GenericSchema>(
  from: T,
  request: Q,
  response: A,
) => ({
  from,
  request,
  response,
})

/** Every message between a page or screen and the background: who may send it, what it holds, what comes back. */
export const pageMessages = {
  /** The page gate: may this document be here? Asked by every frame at document_start. */
  'page.opened': message(
    'page',
    v.strictObject({ url: PageUrl, isTop: v.boolean() }),
    v.strictObject({ action: v.picklist(['allow', 'stop']) }),
  ),
  /** The address changed without a load, or the document was replaced under it. */
  'page.moved': message('page', v.strictObject({ url: PageUrl }), Nothing),
  /** What the document has of a web proxy, each time there is more; `ownWorker` when its own service worker may have made it. */
  'page.signs': message(
    'page',
    v.strictObject({
      signs: v.pipe(v.array(PageSignId), v.maxLength(PageSignId.options.length)),
      ownWorker: v.boolean(),
    }),
    v.strictObject({ action: v.picklist(['allow', 'stop']) }),
  ),
  /** What stands in a document, whole paragraphs at a time; `document` is made by the page's guard, another one for each page it shows. */
  'page.text': message(
    'page',
    v.strictObject({ document: Id, text: Text(16_000) }),
    v.strictObject({ action: v.picklist(['allow', 'stop', 'enough']) }),
  ),
  /** What the pupil has written in a field since it was empty or since they came to it; `sent` when it has left the field. */
  'page.typed': message(
    'page',
    v.strictObject({ field: Count, text: Text(2000), sent: v.boolean() }),
    Nothing,
  ),
  /** A picture that the page shows or is about to get: is there anything against it? What an upload is stopped for is told by the background. */
  'page.picture': message(
    'page',
    v.strictObject({ picture: AskedPicture, use: v.picklist(['shown', 'upload']) }),
    v.strictObject({ result: v.picklist(['fine', 'kept', 'unknown']), mayReveal: v.boolean(), ...sparing }),
  ),
  /** The pupil says that a picture of this page was kept wrongly. */
  'page.pictureWrong': message('page', v.strictObject({}), Nothing),
  'screen.describe': message(
    'screen',
    v.strictObject({ url: PageUrl }),
    v.union([ScreenView, v.strictObject({ goTo: PageUrl })]),
  ),
  'screen.goBack': message('screen', v.strictObject({ url: PageUrl }), Nothing),
  'screen.goOn': message('screen', v.strictObject({ url: PageUrl }), v.strictObject({ goTo: PageUrl })),
  'report.file': message(
    'screen',
    v.strictObject({ kind: ReportKind, words: Text(2000), adult: ChosenAdult, url: v.nullable(PageUrl) }),
    Filed,
  ),
  'report.receipts': message('screen', v.strictObject({}), v.array(ReportReceipt)),
  'request.make': message('screen', v.strictObject({ url: PageUrl, words: Text(500) }), Filed),
  'popup.describe': message('screen', v.strictObject({}), PopupView),
} as const

export type PageMessages = typeof pageMessages
export type PageMessageName = keyof PageMessages
export type RequestOf<N extends PageMessageName> = v.InferOutput<PageMessages[N]['request']>
export type ResponseOf<N extends PageMessageName> = v.InferOutput<PageMessages[N]['response']>

/** What the background tells screens that are open: something they show has changed, ask again. */
export const ScreenNews = v.strictObject({ type: v.literal('changed'), at: EpochMs })
export type ScreenNews = v.InferOutput<typeof ScreenNews>

/** What the background tells a content script. */
export const PageOrder = v.variant('type', [
  v.strictObject({ type: v.literal('stop') }),
  v.strictObject({ type: v.literal('message'), from: Text(120), text: Text(500) }),
  v.strictObject({ type: v.literal('nudge'), nudge: v.nullable(Nudge) }),
])
export type PageOrder = v.InferOutput<typeof PageOrder>
