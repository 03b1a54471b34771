import { roleLabels } from '#shared/domain/role.ts'
import { signInAddress } from '../services/staff/make-sign-in-link.ts'
import { guides, staff } from './people.ts'
import { demoSchool } from './seed.ts'

/** What is printed when the demo runs: where it is, a link for each role, and what to try. */
export function welcome(
  origin: string,
  links: ReadonlyMap<string, string>,
  { isNew, logFile }: { isNew: boolean; logFile: string },
): string {
  const people = guides.flatMap(({ staffId, role, sees }) => {
    const name = staff.find((person) => person.id === staffId)?.name ?? staffId
    return [
      `  ${roleLabels[role]}: ${name} (${sees})`,
      `    ${signInAddress(origin, demoSchool.id, links.get(staffId) ?? '')}`,
    ]
  })
  return [
    '',
    `${demoSchool.name}${isNew ? ', made just now,' : ''} is open at ${origin}`,
    '',
    'Sign in with one of these; each works once, and a new start makes new ones:',
    ...people,
    '',
    'Try this:',
    '  1. Sign in as the teacher, start 8B Science: 30 simulated pupils appear. Lock one, open a site for all, grant a request.',
    '  2. In a private window, sign in as the DSL: about once a minute a flag or a report comes in.',
    '  3. npm run pupil    opens a real browser as one of the pupils (in another terminal).',
    '',
    `Log: ${logFile}. Ctrl-C stops everything.`,
  ].join('\n')
}
