import { hash, verify } from '@node-rs/argon2'
import { createMutex } from '../../db/mutex.ts'

/** Argon2id, the library's default, as OWASP's Password Storage Cheat Sheet has it: 19 MiB, two passes, one lane. */
const settings = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

// Two at once: a flood of sign-ins costs time, never memory.
const lanes = [createMutex(), createMutex()] as const
let turn = 0

const inLane = <T>(job: () => Promise<T>): Promise<T> => lanes[turn++ % 2 === 0 ? 0 : 1](job)

/** A password in PHC form, salted. */
export const hashPassword = (password: string): Promise<string> => inLane(() => hash(password, settings))

let decoy: Promise<string> | undefined

/** True when the password fits. With no hash (nobody of that name) it does the same work and says no. */
export async function passwordFits(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password')
  const known = passwordHash ?? (await decoy)
  const fits = await inLane(() => verify(known, password))
  return fits && passwordHash !== null
}
