import { onScopeDispose, ref, type Ref } from 'vue'

/** Time to read two short questions. */
export const thinkMs = 4000

/** False until a short think is over. */
export function useThinkTime(ms = thinkMs): Ref<boolean> {
  const over = ref(ms === 0)
  const timer = setTimeout(() => (over.value = true), ms)
  onScopeDispose(() => clearTimeout(timer))
  return over
}
