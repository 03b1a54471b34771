import { and, eq, gt, isNull } from 'drizzle-orm'
import type { EpochMs, Id } from '#shared/base/fields.ts'
import type { Scene } from '#shared/domain/scene.ts'
import { classMembers } from '../../db/schema/class-member.ts'
import { classes } from '../../db/schema/class.ts'
import { lessons } from '../../db/schema/lesson.ts'
import { staff } from '../../db/schema/staff.ts'
import type { Reader } from '../../db/transaction.ts'

const columns = {
  id: lessons.id,
  classId: lessons.classId,
  className: classes.name,
  subject: classes.subject,
  teacherId: lessons.staffId,
  teacher: staff.name,
  startedAt: lessons.startedAt,
  endsAt: lessons.endsAt,
  endedAt: lessons.endedAt,
  scene: lessons.scene,
}

export interface FoundLesson {
  readonly id: Id
  readonly classId: Id
  readonly className: string
  readonly subject: string
  readonly teacherId: Id
  readonly teacher: string
  readonly startedAt: EpochMs
  readonly endsAt: EpochMs
  readonly endedAt: EpochMs | null
  readonly scene: Scene
}

const select = (db: Reader) =>
  db
    .select(columns)
    .from(lessons)
    .innerJoin(classes, eq(classes.id, lessons.classId))
    .innerJoin(staff, eq(staff.id, lessons.staffId))

// The scene was checked when it was written, in this same database.
const found = (row: Awaited<ReturnType<typeof select>>[number]): FoundLesson => ({
  ...row,
  scene: row.scene as Scene,
})

export const isOpen = (lesson: FoundLesson, now: EpochMs): boolean =>
  lesson.endedAt === null && lesson.endsAt > now

/** A lesson by its id. */
export async function findLesson(db: Reader, lessonId: Id): Promise<FoundLesson | null> {
  const [row] = await select(db).where(eq(lessons.id, lessonId))
  return row === undefined ? null : found(row)
}

/** Every lesson that is open at the school. */
export async function openLessons(db: Reader, now: EpochMs): Promise<FoundLesson[]> {
  return (await select(db).where(and(isNull(lessons.endedAt), gt(lessons.endsAt, now)))).map(found)
}

/** The lesson a pupil is in now: there is at most one. */
export async function lessonOfPupil(db: Reader, pupilId: Id, now: EpochMs): Promise<FoundLesson | null> {
  const [row] = await select(db)
    .innerJoin(classMembers, eq(classMembers.classId, lessons.classId))
    .where(and(eq(classMembers.pupilId, pupilId), isNull(lessons.endedAt), gt(lessons.endsAt, now)))
  return row === undefined ? null : found(row)
}
