import type { SchoolDatabase } from '#server/db/database.ts'
import { openSchool } from '#server/db/open.ts'
import { timetableSlots } from '#server/db/schema/timetable-slot.ts'
import { schoolFolder } from '#server/db/school-file.ts'
import { pupils, staff } from '#server/demo/people.ts'
import { prepareDemo } from '#server/demo/prepare.ts'
import { demoSchool } from '#server/demo/seed.ts'
import { installLists } from '#server/services/lists/install.ts'
import { publishPolicy } from '#server/services/policies/publish.ts'
import { makeSignInLink, signInAddress } from '#server/services/staff/make-sign-in-link.ts'
import { starterHosts } from '#shared/classify/url/starter/starter-hosts.ts'
import type { CategoryId } from '#shared/domain/category.ts'
import type { Policy } from '#shared/domain/policy.ts'
import { baselinePolicy } from '#shared/policy/baseline.ts'
import { bundleFile } from '../list-bundles.ts'

/** Hosts of the school's own list bundle, one for each thing that tests need of a list. */
export const listed: Readonly<Record<string, CategoryId>> = {
  'bad.test': 'gambling',
  'xn--bd-via.test': 'gambling',
  '127.0.0.2': 'gambling',
  '[::1]': 'gambling',
  'social.test': 'social-media',
  'games.test': 'games',
  'drugs.test': 'drugs',
  'weapons.test': 'weapons',
  'help.test': 'support',
}

const wholeWeek = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, startsMinute: 0, endsMinute: 1440 }))

/** A school day that never ends, so that tests say the same at every hour; one path of a site is shut by the school's own rule. */
export const schoolPolicy: Policy = {
  ...baselinePolicy,
  schoolName: demoSchool.name,
  schedule: { timeZone: 'Europe/London', days: wholeWeek },
  safeguardingContact: 'Mrs Ashdown-Vane, in the office beside the library',
  sites: [{ site: 'app.test/secret', effect: 'block', bands: [], why: 'A part of a site' }],
}

/** The list bundle `tests <version>`: these hosts, and nothing of the starter list, which devices have anyway. */
export function bundleOf(
  hosts: Readonly<Record<string, CategoryId>>,
  version: string,
): Uint8Array<ArrayBuffer> {
  const rules = Object.entries(hosts).map(([host, id]) => [host, [id]] as const)
  return new Uint8Array(bundleFile(rules, { name: 'tests', version }))
}

/** Staff of the demo school by what they are here for. */
export const people = {
  teacher: 'teacher-science',
  tutor: 'tutor-8',
  headOfYear: 'head-of-year-8',
  dsl: 'dsl',
  deputy: 'deputy-dsl',
  lead: 'senco',
  ict: 'ict',
} as const
export type Person = keyof typeof people

/** The name that staff and pupils see. */
export const nameOf = (person: Person): string =>
  staff.find(({ id }) => id === people[person])?.name ?? people[person]

/** Pupils of Year 8, who are in the science teacher's class. */
export const classPupils = pupils.filter(({ year }) => year === 8)
export const yearTen = pupils.filter(({ year }) => year === 10)

/** Any well-known host of a category that is shut to everybody, from the packaged list. */
export const starterHostOf = (id: CategoryId): string => {
  const [host] = starterHosts[id] ?? []
  if (host === undefined) throw new Error(`nothing is packaged for ${id}`)
  return host
}

/** A school that the server knows: made, with policy, lists and a token, before the server starts. */
export interface MadeSchool {
  readonly dataDir: string
  readonly enrolmentToken: string
  /** Opens the school's files; only while no server runs. */
  change<T>(run: (database: SchoolDatabase) => Promise<T>): Promise<T>
}

const dayMs = 24 * 3_600_000

/** Makes the demo school by the server's own code, then gives it the tests' policy and lists. */
export async function makeWholeSchool(dataDir: string): Promise<MadeSchool> {
  const { enrolmentToken } = await prepareDemo(dataDir, Date.now())
  const school: MadeSchool = {
    dataDir,
    enrolmentToken,
    async change(run) {
      const database = await openSchool({ dataDir, schoolId: demoSchool.id })
      try {
        return await run(database)
      } finally {
        await database.close()
      }
    },
  }
  // Without a bell a lesson lasts as long as its teacher says, also in a run shortly before midnight.
  await school.change((database) => database.write((db) => db.delete(timetableSlots)))
  await setPolicy(school, schoolPolicy)
  await setLists(school, listed, '1')
  return school
}

/** Publishes a policy; only while no server runs. */
export const setPolicy = (school: MadeSchool, policy: Policy): Promise<unknown> =>
  school.change((database) => database.write((db) => publishPolicy(db, policy, null, Date.now())))

/** Makes these hosts the school's lists, shown as `tests <version>`; only while no server runs. Answers the bundle's hash. */
export const setLists = (
  school: MadeSchool,
  hosts: Readonly<Record<string, CategoryId>>,
  version: string,
): Promise<string> => setBundle(school, bundleOf(hosts, version))

/** Makes a bundle the school's lists; only while no server runs. Answers its hash. */
export const setBundle = (school: MadeSchool, bundle: Uint8Array<ArrayBuffer>): Promise<string> =>
  school.change(async (database) => {
    const folder = schoolFolder(school.dataDir, demoSchool.id)
    const installed = await installLists(database, folder, bundle, Date.now())
    if (!installed.ok) throw new Error(installed.error)
    return installed.value.hash
  })

/** Sign-in links of a person, each good once; only while no server runs. */
export const signInLinks = (
  school: MadeSchool,
  origin: string,
  person: Person,
  many = 3,
): Promise<string[]> =>
  school.change((database) =>
    database.write(async (db) => {
      const links: string[] = []
      while (links.length < many) {
        const token = await makeSignInLink(db, people[person], Date.now(), dayMs)
        links.push(signInAddress(origin, demoSchool.id, token))
      }
      return links
    }),
  )
