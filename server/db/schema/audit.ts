import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * Who did or looked at what, each row chained to the one before by its hash. Append-only: triggers refuse every change and deletion.
 * No foreign keys: an entry outlives what it is about. Retention: 6 years, or the life of the concern it is about.
 */
export const audit = sqliteTable(
  'audit',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    at: integer('at').notNull(),
    /** A staff id; null when a device or the server itself acted. */
    staffId: text('staff_id'),
    actor: text('actor').notNull(),
    action: text('action').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id'),
    pupilId: text('pupil_id'),
    detail: text('detail', { mode: 'json' }),
    prevHash: text('prev_hash').notNull(),
    hash: text('hash').notNull().unique(),
  },
  (t) => [
    index('audit_by_pupil').on(t.pupilId, t.id),
    index('audit_by_staff').on(t.staffId, t.id),
    index('audit_by_subject').on(t.subjectKind, t.subjectId, t.id),
  ],
)
