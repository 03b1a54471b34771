import { onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import type { Result } from '#shared/base/result.ts'

const patienceMs = 2000

/** `slow` and `failed` show a calm message and a retry; the last answer stays. */
export type AnswerState = 'waiting' | 'slow' | 'failed' | 'here'

export interface Answer<T> {
  readonly state: Ref<AnswerState>
  readonly value: ShallowRef<T | null>
  /** Asks again. An answer that comes after a newer one was asked for is dropped. */
  again(): Promise<void>
}

/** Asks at once and keeps the latest answer. After 2 s of silence the state is `slow`; a later answer still counts. */
export function useAnswer<T>(ask: () => Promise<Result<T>>): Answer<T> {
  const state = ref<AnswerState>('waiting')
  const value = shallowRef<T | null>(null)
  let latest = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  onScopeDispose(() => {
    latest = -1
    clearTimeout(timer)
  })

  async function again(): Promise<void> {
    const turn = ++latest
    if (state.value !== 'here') state.value = 'waiting'
    clearTimeout(timer)
    timer = setTimeout(() => (state.value = 'slow'), patienceMs)
    const answer = await ask()
    if (turn !== latest) return
    clearTimeout(timer)
    state.value = answer.ok ? 'here' : 'failed'
    if (answer.ok) value.value = answer.value
  }

  void again()
  return { state, value, again }
}
