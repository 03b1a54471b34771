import type { ReportReceipt } from '#shared/domain/report.ts'
import type { Filed, RequestOf, ScreenView } from '#shared/protocol/page.ts'
import type { SendState } from '../reporting.ts'
import type { Words } from '../words/words.ts'
import type { Face } from './face.ts'
import type { AskingState } from './follow-block.ts'

/** What the two block screens are given, for the youngest and for everybody else. */
export interface BlockScreenProps {
  view: ScreenView
  face: Face
  words: Words
  reportState: SendState
  filed: Filed | null
  receipt: ReportReceipt | null
  asking: AskingState
  leaving: 'no' | 'yes' | 'failed'
}

/** What the pupil does on them. */
export interface BlockScreenEvents {
  goBack: []
  goOn: []
  report: [what: RequestOf<'report.file'>]
  ask: [words: string]
  retry: []
}
