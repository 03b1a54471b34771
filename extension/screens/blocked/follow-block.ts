import { onScopeDispose, ref, watch, type Ref } from 'vue'
import { ok } from '#shared/base/result.ts'
import type { Filed, ScreenView } from '#shared/protocol/page.ts'
import { useAnswer, type Answer } from '../patience.ts'
import { useReporting, type Reporting, type SendState } from '../reporting.ts'
import { answerTo, type ScreenPlace, type ScreenTransport } from '../transport.ts'

export type AskingState = SendState | Filed['state']

export interface BlockFollower extends Reporting {
  readonly answer: Answer<ScreenView>
  readonly asking: Ref<AskingState>
  readonly leaving: Ref<'no' | 'yes' | 'failed'>
  goBack(): Promise<void>
  goOn(): Promise<void>
  askFor(words: string): Promise<void>
}

const notReadyMs = 1000

/** Keeps a block screen for `url` true to what the background knows, and carries what the pupil does to it. */
export function useBlockFollower(transport: ScreenTransport, place: ScreenPlace, url: string): BlockFollower {
  const asking = ref<AskingState>('idle')
  const leaving = ref<'no' | 'yes' | 'failed'>('no')
  const reporting = useReporting(transport)
  const answer = useAnswer<ScreenView>(async () => {
    const described = await answerTo(transport.ask('screen.describe', { url }))
    if (!described.ok) return described
    if (!('goTo' in described.value)) return ok(described.value)
    leave(described.value.goTo)
    return new Promise(() => {})
  })

  function leave(to: string): void {
    leaving.value = 'yes'
    place.leave(to)
  }

  const stop = transport.onNews(() => void answer.again())
  // Lists are read within moments of a start; whoever waits for them should not wait for a news that was sent before we listened.
  let retry: ReturnType<typeof setTimeout> | undefined
  watch(answer.value, (view) => {
    clearTimeout(retry)
    if (view?.decision.reason === 'not-ready') retry = setTimeout(() => void answer.again(), notReadyMs)
  })
  onScopeDispose(() => {
    stop()
    clearTimeout(retry)
  })

  return {
    ...reporting,
    answer,
    asking,
    leaving,
    async goBack() {
      leaving.value = 'yes'
      const gone = await answerTo(transport.ask('screen.goBack', { url }))
      if (!gone.ok) place.back()
    },
    async goOn() {
      leaving.value = 'yes'
      const on = await answerTo(transport.ask('screen.goOn', { url }))
      if (on.ok) place.leave(on.value.goTo)
      else leaving.value = 'failed'
    },
    async askFor(words) {
      asking.value = 'sending'
      const made = await answerTo(transport.ask('request.make', { url, words }))
      asking.value = made.ok ? made.value.state : 'failed'
      if (made.ok) await answer.again()
    },
  }
}
