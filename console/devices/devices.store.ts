import { defineStore } from 'pinia'
import { ref } from 'vue'
import { ok, type Result } from '#shared/base/result.ts'
import type { DeviceRow } from '#shared/protocol/console-api.ts'
import { api, ask, type Problem } from '../api/http.ts'

/** The school's devices as ICT sees them: never any browsing or safeguarding content. */
export const useDevices = defineStore('devices', () => {
  const rows = ref<readonly DeviceRow[] | null>(null)

  async function load(): Promise<Result<null, Problem>> {
    const answer = await ask(api.devices.$get())
    if (!answer.ok) return answer
    rows.value = answer.value
    return ok(null)
  }

  async function revoke(id: string): Promise<Result<DeviceRow, Problem>> {
    const answer = await ask(api.devices[':id'].revoke.$post({ param: { id } }))
    if (answer.ok) rows.value = (rows.value ?? []).map((row) => (row.id === id ? answer.value : row))
    return answer
  }

  return { rows, load, revoke }
})
