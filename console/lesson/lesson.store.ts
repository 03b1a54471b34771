import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { err, ok, type Result } from '#shared/base/result.ts'
import type { CommandBody } from '#shared/domain/command.ts'
import type { ClassRow, LessonView, RequestRow } from '#shared/protocol/console-api.ts'
import type { ConsoleSent, ServerSentToConsole, Tile } from '#shared/protocol/console.ts'
import { api, ask, type Problem } from '../api/http.ts'

/** The classes one can start a lesson with, and the lesson that is being watched. */
export const useLesson = defineStore('lesson', () => {
  const classes = ref<readonly ClassRow[] | null>(null)
  const lesson = ref<LessonView | null>(null)
  const tiles = ref<ReadonlyMap<string, Tile>>(new Map())
  const requests = ref<readonly RequestRow[]>([])
  /** False until the socket has shown all tiles of this lesson once. */
  const tilesShown = ref(false)

  const waiting = computed(() => requests.value.filter(({ status }) => status === 'waiting'))
  const isOpen = computed(() => lesson.value !== null && lesson.value.endedAt === null)

  async function loadClasses(): Promise<Result<null, Problem>> {
    const answer = await ask(api.classes.$get())
    if (!answer.ok) return answer
    classes.value = answer.value
    return ok(null)
  }

  function show(next: LessonView): void {
    if (lesson.value?.id !== next.id) {
      tiles.value = new Map()
      tilesShown.value = false
      requests.value = []
    }
    lesson.value = next
  }

  async function start(classId: string, minutes: number): Promise<Result<LessonView, Problem>> {
    const answer = await ask(api.lessons.$post({ json: { classId, minutes } }))
    if (answer.ok) show(answer.value)
    return answer
  }

  async function load(id: string): Promise<Result<null, Problem>> {
    const answer = await ask(api.lessons[':id'].$get({ param: { id } }))
    if (!answer.ok) return answer
    show(answer.value)
    return answer.value.endedAt === null ? loadRequests() : ok(null)
  }

  async function loadRequests(): Promise<Result<null, Problem>> {
    if (!lesson.value) return ok(null)
    const answer = await ask(api.lessons[':id'].requests.$get({ param: { id: lesson.value.id } }))
    if (!answer.ok) return answer
    requests.value = answer.value
    return ok(null)
  }

  async function stop(): Promise<Result<null, Problem>> {
    if (!lesson.value) return ok(null)
    const answer = await ask(api.lessons[':id'].stop.$post({ param: { id: lesson.value.id } }))
    if (!answer.ok) return answer
    lesson.value = answer.value
    return ok(null)
  }

  /** Gives a command to some pupils of the lesson; to all with an empty list. */
  async function give(pupilIds: readonly string[], body: CommandBody): Promise<Result<null, Problem>> {
    if (!lesson.value) return err({ code: 'conflict', message: 'There is no open lesson.', requestId: null })
    const answer = await ask(
      api.commands.$post({ json: { lessonId: lesson.value.id, pupilIds: [...pupilIds], body } }),
    )
    return answer.ok ? ok(null) : answer
  }

  async function decide(
    id: string,
    grant: boolean,
    reply: string | null,
  ): Promise<Result<RequestRow, Problem>> {
    const answer = await ask(api.requests[':id'].decide.$post({ param: { id }, json: { grant, reply } }))
    if (answer.ok) requests.value = requests.value.map((row) => (row.id === id ? answer.value : row))
    return answer
  }

  function apply(frame: ServerSentToConsole, send: (frame: ConsoleSent) => void): void {
    const watched = lesson.value
    if (frame.type === 'ready' && watched && isOpen.value) send({ type: 'watch', lessonId: watched.id })
    if (frame.type === 'tiles' && frame.lessonId === watched?.id) {
      tiles.value = new Map(frame.tiles.map((tile) => [tile.pupilId, tile]))
      tilesShown.value = true
    }
    if (frame.type === 'tile' && frame.lessonId === watched?.id) {
      tiles.value = new Map(tiles.value).set(frame.tile.pupilId, frame.tile)
    }
    if (frame.type === 'changed' && frame.noun === 'request') void loadRequests()
    if (frame.type === 'changed' && frame.noun === 'lesson' && frame.id === watched?.id) void load(frame.id)
  }

  return {
    classes,
    lesson,
    tiles,
    tilesShown,
    requests,
    waiting,
    isOpen,
    loadClasses,
    start,
    load,
    stop,
    give,
    decide,
    apply,
  }
})
