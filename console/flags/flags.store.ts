import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { ok, type Result } from '#shared/base/result.ts'
import type { FlagOutcome, FlagStatus, Intent } from '#shared/domain/flag.ts'
import type { FlagDetail, FlagRow } from '#shared/protocol/console-api.ts'
import type { ServerSentToConsole } from '#shared/protocol/console.ts'
import { api, ask, type Problem } from '../api/http.ts'

/** The flag queue as this person may see it, and the flag that is open beside it. */
export const useFlags = defineStore('flags', () => {
  const status = ref<FlagStatus>('new')
  const rows = ref<readonly FlagRow[] | null>(null)
  const next = ref<string | null>(null)
  const open = ref<FlagDetail | null>(null)
  /** New flags, whatever the queue shows now. */
  const waiting = ref<readonly FlagRow[]>([])
  const gravest = computed(() => waiting.value.reduce((most, { severity }) => Math.max(most, severity), 0))

  const page = (of: FlagStatus, cursor: string | null) =>
    ask(api.flags.$get({ query: { status: of, ...(cursor === null ? {} : { cursor }) } }))

  async function load(): Promise<Result<null, Problem>> {
    const asked = status.value
    const answer = await page(asked, null)
    if (!answer.ok) return answer
    if (asked === 'new') waiting.value = answer.value.flags
    if (asked !== status.value) return ok(null)
    rows.value = answer.value.flags
    next.value = answer.value.next
    return ok(null)
  }

  async function loadMore(): Promise<Result<null, Problem>> {
    if (next.value === null) return ok(null)
    const answer = await page(status.value, next.value)
    if (!answer.ok) return answer
    rows.value = [...(rows.value ?? []), ...answer.value.flags]
    next.value = answer.value.next
    return ok(null)
  }

  async function loadWaiting(): Promise<void> {
    const answer = await page('new', null)
    if (answer.ok) waiting.value = answer.value.flags
  }

  async function show(status_: FlagStatus): Promise<Result<null, Problem>> {
    status.value = status_
    rows.value = null
    return load()
  }

  const keep = (answer: Result<FlagDetail, Problem>): Result<FlagDetail, Problem> => {
    if (answer.ok) open.value = answer.value
    return answer
  }
  const view = async (id: string) => keep(await ask(api.flags[':id'].$get({ param: { id } })))
  const acknowledge = async (id: string) =>
    keep(await ask(api.flags[':id'].acknowledge.$post({ param: { id } })))
  const note = async (id: string, text: string) =>
    keep(await ask(api.flags[':id'].notes.$post({ param: { id }, json: { text } })))
  const close = async (id: string, closing: { outcome: FlagOutcome; intent: Intent; why: string }) =>
    keep(await ask(api.flags[':id'].close.$post({ param: { id }, json: closing })))

  function apply(frame: ServerSentToConsole): void {
    const again = frame.type === 'ready' || (frame.type === 'changed' && frame.noun === 'flag')
    if (!again) return
    if (rows.value !== null) void load()
    if (rows.value === null || status.value !== 'new') void loadWaiting()
    if (frame.type === 'changed' && frame.id === open.value?.id) void view(frame.id)
  }

  return {
    status,
    rows,
    next,
    open,
    waiting,
    gravest,
    load,
    loadMore,
    loadWaiting,
    show,
    view,
    acknowledge,
    note,
    close,
    apply,
  }
})
