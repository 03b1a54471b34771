import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Result } from '#shared/base/result.ts'
import type { WhyAnswer, WhyQuestion } from '#shared/protocol/why.ts'
import { api, ask, type Problem } from '../api/http.ts'

/** What was asked last, and what came of it. Nothing of it outlives the page. */
export const useWhy = defineStore('why', () => {
  const answered = shallowRef<{ readonly question: WhyQuestion; readonly answer: WhyAnswer } | null>(null)

  async function askWhy(question: WhyQuestion): Promise<Result<WhyAnswer, Problem>> {
    const answer = await ask(api.why.$post({ json: question }))
    answered.value = answer.ok ? { question, answer: answer.value } : null
    return answer
  }

  function forget(): void {
    answered.value = null
  }

  return { answered, ask: askWhy, forget }
})
