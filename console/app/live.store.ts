import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { Me } from '#shared/protocol/console-api.ts'
import type { ConsoleSent, ServerSentToConsole } from '#shared/protocol/console.ts'
import { type Live, type LiveStatus, openLive } from '../api/live.ts'
import { useFlags } from '../flags/flags.store.ts'
import { useLesson } from '../lesson/lesson.store.ts'
import { useReports } from '../reports/reports.store.ts'
import { useSession } from './session.store.ts'

interface Hearing {
  apply(frame: ServerSentToConsole, send: (frame: ConsoleSent) => void): void
}

/** The one socket. Every frame goes to `apply` of each room's store that lives by it, which takes what is its own. */
export const useLive = defineStore('live', () => {
  const status = ref<LiveStatus>('connecting')
  const session = useSession()
  const stores: Partial<Record<Me['rooms'][number], Hearing>> = {
    lesson: useLesson(),
    flags: useFlags(),
    reports: useReports(),
  }
  let live: Live | null = null

  function open(): void {
    live ??= openLive({
      status: (next) => (status.value = next),
      frame: (frame) => {
        if (frame.type === 'signed-out') {
          close()
          session.ended()
        }
        for (const room of session.me?.rooms ?? []) stores[room]?.apply(frame, send)
      },
    })
  }

  function send(frame: ConsoleSent): void {
    live?.send(frame)
  }

  function close(): void {
    live?.close()
    live = null
  }

  return { status, open, send, close }
})
