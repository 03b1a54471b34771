import { eq } from 'drizzle-orm'
import * as v from 'valibot'
import { Id } from '#shared/base/fields.ts'
import { parse } from '#shared/base/parse.ts'
import { createGroupCommit } from '../db/group-commit.ts'
import { createOpenSchools } from '../db/open-schools.ts'
import { schools } from '../db/schema/school.ts'
import { schoolFolder } from '../db/school-file.ts'
import type { Credential } from './actor.ts'
import { type OpenedSchool, type Ran, runVerb } from './run-verb.ts'
import { SchoolSettings } from './school/settings.ts'
import { refuse } from './service-error.ts'
import type { InputOf, VerbName } from './signatures.ts'
import { verbs } from './verbs.ts'

/** The schools of one data folder and their verbs, in the thread that owns the databases. */
export interface Schools {
  readonly ids: () => Promise<string[]>
  readonly run: <N extends VerbName>(
    schoolId: string,
    verb: N,
    credential: Credential,
    input: InputOf<N>,
  ) => Promise<Ran>
  readonly close: () => Promise<void>
}

const unknownSchool: Ran = {
  answer: { result: refuse('not-signed-in', 'There is no such school here.'), decided: true },
  facts: [],
}

/** Opens schools on first use. A folder without a school's row in it (half made) counts as no school. */
export function createSchools({ dataDir, now }: { dataDir: string; now: () => number }): Schools {
  const files = createOpenSchools({ dataDir })
  const opened = new Map<string, OpenedSchool>()

  async function find(schoolId: string): Promise<OpenedSchool | null> {
    const known = opened.get(schoolId)
    if (known !== undefined) return known
    const database = parse(Id, schoolId).ok ? await files.find(schoolId) : null
    if (database === null) return null
    const [row] = await database.read((db) => db.select().from(schools).where(eq(schools.id, schoolId)))
    if (row === undefined) return null
    const already = opened.get(schoolId)
    if (already !== undefined) return already
    const settings = v.parse(SchoolSettings, row.settings)
    const school = { id: row.id, name: row.name, settings, folder: schoolFolder(dataDir, schoolId) }
    const made = { school, database, commits: createGroupCommit(database) }
    opened.set(schoolId, made)
    return made
  }

  return {
    ids: () => files.ids(),
    async run(schoolId, name, credential, input) {
      const school = await find(schoolId)
      return school === null ? unknownSchool : runVerb(school, verbs[name], credential, input, now())
    },
    close: () => files.closeAll(),
  }
}
