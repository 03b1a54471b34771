import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { CommandKind, CommandOutcome } from '#shared/domain/command.ts'
import { devices } from './device.ts'
import { lessons } from './lesson.ts'
import { pupils } from './pupil.ts'
import { staff } from './staff.ts'

/** What a teacher told one device to do, and what became of it. Retention: 30 days. */
export const commands = sqliteTable(
  'command',
  {
    id: text('id').primaryKey(),
    lessonId: text('lesson_id')
      .notNull()
      .references(() => lessons.id),
    deviceId: text('device_id')
      .notNull()
      .references(() => devices.id),
    pupilId: text('pupil_id').references(() => pupils.id),
    kind: text('kind').$type<CommandKind>().notNull(),
    body: text('body', { mode: 'json' }).notNull(),
    givenBy: text('given_by')
      .notNull()
      .references(() => staff.id),
    givenAt: integer('given_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    doneAt: integer('done_at'),
    outcome: text('outcome').$type<CommandOutcome>(),
  },
  (t) => [
    index('command_pending')
      .on(t.deviceId, t.givenAt)
      .where(sql`${t.doneAt} is null`),
    index('command_by_lesson').on(t.lessonId, t.givenAt),
    check('command_done', sql`(${t.doneAt} is null) = (${t.outcome} is null)`),
  ],
)
