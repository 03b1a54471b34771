import { onScopeDispose } from 'vue'
import type { PopupView } from '#shared/protocol/page.ts'
import { useAnswer, type Answer } from '../patience.ts'
import { useReporting, type Reporting } from '../reporting.ts'
import { answerTo, type ScreenTransport } from '../transport.ts'

export interface PopupFollower extends Reporting {
  readonly answer: Answer<PopupView>
}

/** Keeps the popup true to what the background knows. */
export function usePopupFollower(transport: ScreenTransport): PopupFollower {
  const answer = useAnswer(() => answerTo(transport.ask('popup.describe', {})))
  onScopeDispose(transport.onNews(() => void answer.again()))
  return { ...useReporting(transport), answer }
}
