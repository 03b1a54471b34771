import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { Id, Words } from '#shared/base/fields.ts'
import { parse } from '#shared/base/parse.ts'
import { err, ok, type Result } from '#shared/base/result.ts'
import { openSchool } from '../db/open.ts'
import { schoolFile, sizeOf } from '../db/school-file.ts'
import { readSettings } from '../env.ts'
import { createIctAccount, createSchool } from '../services/school/create.ts'
import { makeSignInLink, signInAddress } from '../services/staff/make-sign-in-link.ts'
import type { Command } from './command.ts'

const usage = `school create --id ID --name NAME --admin-email ADDRESS [--admin-name NAME]
  Makes a school in the data folder (LAPWING_DATA) and its first account, which is for ICT: it manages devices and sees no
  safeguarding content. Prints a link that signs it in once, within 30 minutes. Start the server afterwards.`

const Asked = v.object({
  id: Id,
  name: Words(120),
  'admin-email': v.pipe(v.string(), v.trim(), v.email()),
  'admin-name': Words(120),
})
const linkLifeMs = 30 * 60_000

/** `lapwing school create`. */
export const school: Command = { usage, run }

async function run([command, ...args]: string[]): Promise<Result<string>> {
  if (command !== 'create') return err(usage)
  const text = { type: 'string' } as const
  const options = { id: text, name: text, 'admin-email': text, 'admin-name': { ...text, default: 'ICT' } }
  const asked = parse(Asked, parseArgs({ args, options }).values)
  if (!asked.ok) return err(`${asked.error}\n${usage}`)
  const { id, name, 'admin-email': email, 'admin-name': adminName } = asked.value

  const settings = readSettings()
  if ((await sizeOf(schoolFile(settings.dataDir, id))) !== null)
    return err(`There is a school ${id} here already.`)
  const database = await openSchool({ dataDir: settings.dataDir, schoolId: id })
  try {
    const now = Date.now()
    const token = await database.write(async (db) => {
      await createSchool(db, { id, name }, now)
      const staffId = await createIctAccount(db, { id: 'ict-1', name: adminName, email }, now)
      return makeSignInLink(db, staffId, now, linkLifeMs)
    })
    const origin = settings.publicUrl ?? `http://${settings.host}:${settings.port}`
    return ok(
      `${name} is ready. Start the server, then sign in within 30 minutes:\n${signInAddress(origin, id, token)}`,
    )
  } finally {
    await database.close()
  }
}
