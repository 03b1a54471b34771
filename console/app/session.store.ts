import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { Result } from '#shared/base/result.ts'
import type { Me } from '#shared/protocol/console-api.ts'
import { api, ask, onSignedOut, type Problem } from '../api/http.ts'

const schoolKey = 'school'

/** Who is signed in. `undefined` until the server has been asked, null when nobody is. */
export const useSession = defineStore('session', () => {
  const me = ref<Me | null | undefined>(undefined)
  /** Why the server could not say. */
  const problem = ref<Problem | null>(null)
  const school = ref(localStorage.getItem(schoolKey) ?? '')

  function keep(answer: Result<Me, Problem>): Result<Me, Problem> {
    if (answer.ok) {
      me.value = answer.value
      school.value = answer.value.schoolId
      localStorage.setItem(schoolKey, answer.value.schoolId)
    }
    return answer
  }

  /** Asks the server whose cookie this is. When it can't say, `me` stays undefined and `problem` says why. */
  async function load(): Promise<void> {
    const answer = keep(await ask(api.me.$get()))
    const nobody = !answer.ok && answer.error.code === 'not-signed-in'
    if (nobody) me.value = null
    problem.value = answer.ok || nobody ? null : answer.error
  }

  const signIn = async (schoolId: string, email: string, password: string) =>
    keep(await ask(api['sign-in'].$post({ json: { schoolId, email, password } })))

  const signInByLink = async (schoolId: string, token: string) =>
    keep(await ask(api['sign-in-link'].$post({ json: { schoolId, token } })))

  /** Ends the session. Whoever could not be signed out at the server is not: their cookie still opens the console. */
  async function signOut(): Promise<Result<unknown, Problem>> {
    const answer = await ask(api['sign-out'].$post())
    if (answer.ok) me.value = null
    return answer
  }

  /** The server ended the session. */
  function ended(): void {
    me.value = null
  }
  onSignedOut(ended)

  return { me, problem, school, load, signIn, signInByLink, signOut, ended }
})
