import { and, eq, inArray, isNull, lte } from 'drizzle-orm'
import type { Id } from '#shared/base/fields.ts'
import { ok } from '#shared/base/result.ts'
import { longestLessonMs } from '#shared/domain/lesson.ts'
import { openScene } from '#shared/domain/scene.ts'
import { StartLessonInput } from '#shared/protocol/console-api.ts'
import { classMembers } from '../../db/schema/class-member.ts'
import { classes } from '../../db/schema/class.ts'
import { lessons } from '../../db/schema/lesson.ts'
import type { Context } from '../context.ts'
import { refuse } from '../service-error.ts'
import type { UnitVerb } from '../verb.ts'
import { isTaughtBy } from './classes.ts'
import { lessonView, liveLesson } from './describe.ts'
import { type FoundLesson, findLesson, openLessons } from './find.ts'

/** A lesson that stands in the way: of this class, or one that has some of its pupils. */
async function inTheWay(ctx: Context, classId: Id): Promise<FoundLesson | null> {
  const open = await openLessons(ctx.db, ctx.now)
  const sameClass = open.find((lesson) => lesson.classId === classId)
  if (sameClass !== undefined || open.length === 0) return sameClass ?? null
  const mine = ctx.db
    .select({ id: classMembers.pupilId })
    .from(classMembers)
    .where(eq(classMembers.classId, classId))
  const [shared] = await ctx.db
    .select({ classId: classMembers.classId })
    .from(classMembers)
    .where(
      and(
        inArray(classMembers.pupilId, mine),
        inArray(
          classMembers.classId,
          open.map((lesson) => lesson.classId),
        ),
      ),
    )
    .limit(1)
  return open.find((lesson) => lesson.classId === shared?.classId) ?? null
}

/** A teacher starts watching a class of theirs. Nobody else can watch these pupils until it ends. */
export const start: UnitVerb<'lessons.start'> = {
  input: StartLessonInput,
  async run(ctx, { classId, minutes }) {
    const { db, actor, now } = ctx
    const staffId = actor.kind === 'staff' ? actor.staffId : ''
    const [taught] = await db
      .select({ id: classes.id })
      .from(classes)
      .where(and(eq(classes.id, classId), isTaughtBy(staffId)))
    const relations = taught === undefined ? [] : (['own-class'] as const)
    if (ctx.allow({ action: 'lesson.start', relations }) === 'none') {
      return refuse('not-allowed', 'You can start a lesson with your own classes only.')
    }
    const other = await inTheWay(ctx, classId)
    if (other?.classId === classId)
      return refuse('conflict', `${other.teacher} has a lesson open with this class.`)
    if (other !== null) {
      return refuse(
        'conflict',
        `Some of these pupils are in ${other.teacher}'s lesson (${other.className}) now.`,
      )
    }
    // A lesson whose time ran out while the server was down still holds the class's place.
    await db
      .update(lessons)
      .set({ endedAt: now })
      .where(and(eq(lessons.classId, classId), isNull(lessons.endedAt), lte(lessons.endsAt, now)))
    const id = ctx.newId()
    const endsAt = now + Math.min(minutes * 60_000, longestLessonMs)
    await db.insert(lessons).values({ id, classId, staffId, startedAt: now, endsAt, scene: openScene })
    await ctx.audit({
      action: 'lesson.start',
      subjectKind: 'lesson',
      subjectId: id,
      detail: { classId, minutes },
    })
    const lesson = await findLesson(db, id)
    if (lesson === null) throw new Error('the lesson just written is not there')
    ctx.publish({ fact: 'lesson-open', lesson: await liveLesson(db, lesson, now) })
    ctx.publish({ fact: 'changed', noun: 'lesson', id, staffIds: [staffId] })
    return ok(await lessonView(db, lesson))
  },
}
