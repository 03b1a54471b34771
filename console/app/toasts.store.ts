import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { Problem } from '../api/http.ts'
import type { ToastMessage } from '../ui/toast.ts'

/** Short messages about what was just done, each with at most one way back. */
export const useToasts = defineStore('toasts', () => {
  const toasts = ref<ToastMessage[]>([])
  const actions = new Map<string, () => void>()
  let last = 0

  function show(toast: Omit<ToastMessage, 'id'>, act?: () => void): void {
    const id = String(++last)
    if (act) actions.set(id, act)
    toasts.value = [...toasts.value, { ...toast, id }].slice(-4)
  }

  const done = (title: string, undo?: () => void): void =>
    show({ tone: 'good', title, ...(undo ? { action: 'Undo' } : {}) }, undo)

  const failed = (title: string, problem: Problem): void =>
    show({ tone: 'danger', title, detail: problem.message, durationMs: 12_000 })

  function dismiss(id: string): void {
    toasts.value = toasts.value.filter((toast) => toast.id !== id)
    actions.delete(id)
  }

  function act(id: string): void {
    actions.get(id)?.()
    dismiss(id)
  }

  return { toasts, show, done, failed, dismiss, act }
})
