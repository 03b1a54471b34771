import { computed, onScopeDispose, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { ReportReceipt } from '#shared/domain/report.ts'
import type { Filed, RequestOf } from '#shared/protocol/page.ts'
import { answerTo, type ScreenTransport } from './transport.ts'

export type SendState = 'idle' | 'sending' | 'failed'

/** A report as a form gives it: the page it is about is added by the screen. */
export type WrittenReport = Omit<RequestOf<'report.file'>, 'url'>

export interface Reporting {
  readonly reportState: Ref<SendState>
  /** The report just made, or null. */
  readonly filed: ShallowRef<Filed | null>
  /** What became of it at the school; null until the school has answered. */
  readonly receipt: ComputedRef<ReportReceipt | null>
  report(what: RequestOf<'report.file'>): Promise<void>
}

/** Files a report and keeps its receipt up to date. A report that could not be kept on the device can be sent again. */
export function useReporting(transport: ScreenTransport): Reporting {
  const reportState = ref<SendState>('idle')
  const filed = shallowRef<Filed | null>(null)
  const receipts = shallowRef<readonly ReportReceipt[]>([])
  const receipt = computed(() => receipts.value.find(({ reportId }) => reportId === filed.value?.id) ?? null)

  async function readReceipts(): Promise<void> {
    if (filed.value === null) return
    const answer = await answerTo(transport.ask('report.receipts', {}))
    if (answer.ok) receipts.value = answer.value
  }

  onScopeDispose(transport.onNews(() => void readReceipts()))

  return {
    reportState,
    filed,
    receipt,
    async report(what) {
      reportState.value = 'sending'
      const answer = await answerTo(transport.ask('report.file', what))
      reportState.value = answer.ok ? 'idle' : 'failed'
      if (!answer.ok) return
      filed.value = answer.value
      await readReceipts()
    },
  }
}
