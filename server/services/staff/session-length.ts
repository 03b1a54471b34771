import type { Role } from '#shared/domain/role.ts'
import type { SchoolSettings } from '../school/settings.ts'

/** How long a session lasts, idle and at most, in milliseconds: the strictest of the person's roles decides. */
export function sessionLength(
  roles: readonly Role[],
  settings: SchoolSettings,
): { idleMs: number; longestMs: number } {
  const { sensitive, teacher, others } = settings.sessions
  const limits = roles.map((role) => {
    if (role === 'dsl' || role === 'ict') return sensitive
    return role === 'teacher' ? teacher : others
  })
  const least = (pick: (limit: typeof others) => number) =>
    Math.min(...limits.map(pick), pick(teacher)) * 60_000
  return { idleMs: least((limit) => limit.idleMinutes), longestMs: least((limit) => limit.longestMinutes) }
}
