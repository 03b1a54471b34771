import { and, eq, isNull } from 'drizzle-orm'
import { starterBundle } from '#shared/classify/url/starter/starter-bundle.ts'
import { openSchool } from '../db/open.ts'
import { devices } from '../db/schema/device.ts'
import { enrolTokens } from '../db/schema/enrol-token.ts'
import { schoolFolder } from '../db/school-file.ts'
import { installLists } from '../services/lists/install.ts'
import { makeSignInLink } from '../services/staff/make-sign-in-link.ts'
import { newSecret, secretHash } from '../services/staff/secret.ts'
import { guides } from './people.ts'
import { demoSchool, seedDemo } from './seed.ts'
import { putClassesOnNow } from './timetable.ts'

const linkLifeMs = 12 * 3_600_000
const tokenLifeMs = 90 * 86_400_000
/** What simulated pupils call themselves; each run has new keys, so those of earlier runs are put away. */
const simulatedPlatform = 'simulated pupil'

export interface PreparedDemo {
  readonly isNew: boolean
  readonly enrolmentToken: string
  /** A sign-in link's secret by staff id. */
  readonly links: ReadonlyMap<string, string>
}

/** Brings the demo school up to now: made on the first run, with classes that are on, current lists, a token and fresh links. */
export async function prepareDemo(dataDir: string, now: number): Promise<PreparedDemo> {
  const database = await openSchool({ dataDir, schoolId: demoSchool.id })
  try {
    const enrolmentToken = newSecret()
    const prepared = await database.write(async (db) => {
      const isNew = await seedDemo(db, now)
      await putClassesOnNow(db, now)
      await db
        .update(devices)
        .set({ revokedAt: now })
        .where(and(eq(devices.platform, simulatedPlatform), isNull(devices.revokedAt)))
      const token = {
        tokenHash: secretHash(enrolmentToken),
        label: 'demo',
        createdAt: now,
        expiresAt: now + tokenLifeMs,
      }
      await db.insert(enrolTokens).values(token)
      const links = new Map<string, string>()
      for (const { staffId } of guides) links.set(staffId, await makeSignInLink(db, staffId, now, linkLifeMs))
      return { isNew, enrolmentToken, links }
    })
    const folder = schoolFolder(dataDir, demoSchool.id)
    const installed = await installLists(database, folder, new Uint8Array(starterBundle()), now)
    if (!installed.ok) throw new Error(installed.error)
    return prepared
  } finally {
    await database.close()
  }
}
