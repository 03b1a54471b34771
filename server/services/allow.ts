import type { Role } from '#shared/domain/role.ts'
import type { Severity } from '#shared/domain/severity.ts'
import type { Actor } from './actor.ts'

/** How the person who asks stands to what they ask for. */
export type Relation =
  | 'any'
  /** Teaches the class. */
  | 'own-class'
  /** Runs this lesson, and it is open or has just ended. */
  | 'own-lesson'
  /** The pupil was in a lesson of theirs today when it happened. */
  | 'taught-then'
  | 'tutor-of'
  | 'head-of-year-of'
  /** The pupil chose this adult. */
  | 'chosen-adult'
  /** The pupil chose nobody in particular. */
  | 'team-report'

export type Action =
  | 'session.use'
  | 'class.list'
  | 'lesson.start'
  | 'lesson.watch'
  | 'lesson.run'
  | 'flag.list'
  | 'flag.read'
  | 'flag.acknowledge'
  | 'flag.note'
  | 'flag.close'
  | 'report.list'
  | 'report.read'
  | 'report.answer'
  | 'policy.read'
  | 'policy.publish'
  | 'lists.install'
  | 'model.install'
  | 'why.ask'
  | 'device.read'
  | 'device.revoke'
  | 'device.speak'
  | 'server.tick'

/** How much is seen. `told-only`: that the safeguarding team has it, and no more. */
export type Access = 'full' | 'without-words' | 'told-only'
export type Verdict = Access | 'none'

export interface Asked {
  readonly action: Action
  readonly relations?: readonly Relation[]
  readonly severity?: Severity
}

export interface Rule {
  readonly action: Action
  /** `staff`: any role at all. */
  readonly who: Role | 'staff' | 'device' | 'system'
  readonly relation: Relation
  readonly severities?: readonly Severity[]
  readonly access: Access
}

const rule = (
  action: Action,
  who: Rule['who'],
  relation: Relation = 'any',
  access: Access = 'full',
  severities?: readonly Severity[],
): Rule => ({ action, who, relation, access, ...(severities === undefined ? {} : { severities }) })

const low: readonly Severity[] = [1, 2]

/** What those who work with a pupil every day may know of a flag: less, the graver it is. */
const needToKnow = (who: Role, relation: Relation): Rule[] => [
  rule('flag.list', who),
  rule('flag.read', who, relation, 'full', [1]),
  rule('flag.read', who, relation, 'without-words', [2]),
  rule('flag.read', who, relation, 'told-only', [3, 4]),
  rule('flag.note', who, relation, 'full', low),
]

/** The safeguarding team: the policy names the DSL and the e-safety lead as first recipients of every flag. */
const everyFlag = (who: Role): Rule[] =>
  (['flag.list', 'flag.read', 'flag.acknowledge', 'flag.note', 'flag.close'] as const).map((action) =>
    rule(action, who),
  )

/** Who may do what, to whom, when. What is not here is refused. */
export const rules: readonly Rule[] = [
  rule('session.use', 'staff'),
  rule('class.list', 'teacher'),
  rule('lesson.start', 'teacher', 'own-class'),
  rule('lesson.watch', 'teacher', 'own-lesson'),
  rule('lesson.run', 'teacher', 'own-lesson'),
  ...needToKnow('teacher', 'taught-then'),
  rule('flag.acknowledge', 'teacher', 'taught-then', 'full', low),
  ...needToKnow('form-tutor', 'tutor-of'),
  ...needToKnow('head-of-year', 'head-of-year-of'),
  ...everyFlag('dsl'),
  ...everyFlag('e-safety-lead'),
  rule('report.list', 'staff'),
  ...(['report.read', 'report.answer'] as const).flatMap((action) => [
    rule(action, 'dsl'),
    rule(action, 'e-safety-lead', 'team-report'),
    rule(action, 'staff', 'chosen-adult'),
  ]),
  ...(['dsl', 'e-safety-lead', 'ict'] as const).map((who) => rule('policy.read', who)),
  ...(['dsl', 'e-safety-lead'] as const).map((who) => rule('policy.publish', who)),
  rule('lists.install', 'ict'),
  rule('model.install', 'ict'),
  ...(['teacher', 'dsl', 'e-safety-lead', 'ict'] as const).map((who) => rule('why.ask', who)),
  rule('device.read', 'ict'),
  rule('device.revoke', 'ict'),
  rule('device.speak', 'device'),
  rule('server.tick', 'system'),
]

const rank: Readonly<Record<Verdict, number>> = { none: 0, 'told-only': 1, 'without-words': 2, full: 3 }

function isWho(who: Rule['who'], actor: Actor): boolean {
  if (actor.kind !== 'staff') return who === actor.kind
  return who === 'staff' ? actor.roles.length > 0 : actor.roles.some((role) => role === who)
}

/** The most that any rule gives; `none` when no rule speaks. Pure: relations are found by the caller. */
export function allow(actor: Actor, { action, relations = [], severity }: Asked): Verdict {
  let best: Verdict = 'none'
  for (const each of rules) {
    const speaks =
      each.action === action &&
      isWho(each.who, actor) &&
      (each.relation === 'any' || relations.includes(each.relation)) &&
      (each.severities === undefined || (severity !== undefined && each.severities.includes(severity)))
    if (speaks && rank[each.access] > rank[best]) best = each.access
  }
  return best
}
