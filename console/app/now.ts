import { onScopeDispose, ref, type Ref } from 'vue'

/** The time, epoch milliseconds, moving on each second while its scope lives. */
export function useNow(): Readonly<Ref<number>> {
  const now = ref(Date.now())
  const timer = setInterval(() => (now.value = Date.now()), 1000)
  onScopeDispose(() => clearInterval(timer))
  return now
}
