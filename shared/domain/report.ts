import * as v from 'valibot'
import { EpochMs, Id, PageTitle, PageUrl, Text } from '../base/fields.ts'
import { CategoryId } from './category.ts'

/** What a pupil tells us. `accident` is one tap and never a sanction. */
export const ReportKind = v.picklist([
  'accident',
  'worried-about-me',
  'worried-about-someone',
  'upset',
  'wrong-block',
])
export type ReportKind = v.InferOutput<typeof ReportKind>

/** The page a report is about, filled in by the background from what it knows, never from the page. */
export const ReportAbout = v.strictObject({
  url: PageUrl,
  title: v.nullable(PageTitle),
  category: v.nullable(CategoryId),
})
export type ReportAbout = v.InferOutput<typeof ReportAbout>

/** The adult a pupil chose, or the school's safeguarding team when they chose nobody in particular. */
export const ChosenAdult = v.union([v.literal('safeguarding-team'), Id])
export type ChosenAdult = v.InferOutput<typeof ChosenAdult>

/** A report as the device files it. Words may be empty: one tap is enough. */
export const FiledReport = v.strictObject({
  id: Id,
  at: EpochMs,
  kind: ReportKind,
  words: Text(2000),
  about: v.nullable(ReportAbout),
  adult: ChosenAdult,
})
export type FiledReport = v.InferOutput<typeof FiledReport>

export const ReportStatus = v.picklist(['filed', 'seen', 'closed'])
export type ReportStatus = v.InferOutput<typeof ReportStatus>

/** What the pupil sees of a report: that it arrived, who has it, that it was read, and an answer. */
export const ReportReceipt = v.strictObject({
  reportId: Id,
  status: ReportStatus,
  /** Who has it, as the pupil knows them. */
  heldBy: Text(120),
  reply: v.nullable(Text(1000)),
})
export type ReportReceipt = v.InferOutput<typeof ReportReceipt>
