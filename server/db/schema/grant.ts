import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Role } from '#shared/domain/role.ts'
import { staff } from './staff.ts'

/** A role held by a member of staff for a scope and a time. A school-wide role has scope kind `school` and no scope id. */
export const grants = sqliteTable(
  'grant',
  {
    id: text('id').primaryKey(),
    staffId: text('staff_id')
      .notNull()
      .references(() => staff.id),
    role: text('role').$type<Role>().notNull(),
    scopeKind: text('scope_kind').$type<'school' | 'year' | 'form' | 'class'>().notNull(),
    /** A year number as text, a form id or a class id. */
    scopeId: text('scope_id'),
    startsAt: integer('starts_at').notNull(),
    endsAt: integer('ends_at'),
    grantedBy: text('granted_by'),
  },
  (t) => [
    index('grant_by_staff').on(t.staffId),
    index('grant_by_role').on(t.role, t.scopeKind, t.scopeId),
    check(
      'grant_role',
      sql`${t.role} in ('teacher', 'form-tutor', 'head-of-year', 'dsl', 'e-safety-lead', 'ict')`,
    ),
    check('grant_scope', sql`(${t.scopeKind} = 'school') = (${t.scopeId} is null)`),
  ],
)
