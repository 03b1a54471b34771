import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { ok, type Result } from '#shared/base/result.ts'
import type { ReportRow } from '#shared/protocol/console-api.ts'
import type { ServerSentToConsole } from '#shared/protocol/console.ts'
import { api, ask, type Problem } from '../api/http.ts'

/** What pupils told this person, newest first. */
export const useReports = defineStore('reports', () => {
  const rows = ref<readonly ReportRow[] | null>(null)
  const unread = computed(() => (rows.value ?? []).filter(({ status }) => status === 'filed'))

  async function load(): Promise<Result<null, Problem>> {
    const answer = await ask(api.reports.$get())
    if (!answer.ok) return answer
    rows.value = answer.value
    return ok(null)
  }

  const keep = (answer: Result<ReportRow, Problem>): Result<ReportRow, Problem> => {
    if (answer.ok)
      rows.value = (rows.value ?? []).map((row) => (row.id === answer.value.id ? answer.value : row))
    return answer
  }
  const see = async (id: string) => keep(await ask(api.reports[':id'].seen.$post({ param: { id } })))
  const reply = async (id: string, text: string | null, close: boolean) =>
    keep(await ask(api.reports[':id'].reply.$post({ param: { id }, json: { reply: text, close } })))

  function apply(frame: ServerSentToConsole): void {
    if (frame.type === 'ready' || (frame.type === 'changed' && frame.noun === 'report')) void load()
  }

  return { rows, unread, load, see, reply, apply }
})
