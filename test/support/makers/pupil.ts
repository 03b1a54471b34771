import { pupils } from '#server/db/schema/pupil.ts'
import type { Db } from '#server/db/transaction.ts'

/** A pupil whose id is their given name in lower case and whose address is `<id>@pupils.test`. */
export async function makePupil(db: Db, given: string, year: number, formId: string): Promise<string> {
  const id = given.toLowerCase()
  await db.insert(pupils).values({ id, name: `${given} Example`, year, formId, email: `${id}@pupils.test` })
  return id
}
