import type { Id } from '#shared/base/fields.ts'
import type { ServerSentToConsole } from '#shared/protocol/console.ts'
import type { Lessons, Watcher } from './lessons.ts'

/** Each pupil's tile goes out at most four times a second. */
const feedEveryMs = 250
/** A console this far behind (bytes) gets no deltas, and all tiles anew when it has caught up. */
const slowBytes = 256 * 1024

/** Who the tiles go to. */
export interface Screen {
  readonly send: (frame: ServerSentToConsole) => void
  readonly bufferedBytes: () => number
}

/** Feeds one console the tiles of one lesson: all of them at first, then those that moved. `stop` ends it. */
export function feedTiles(lessons: Lessons, lessonId: Id, screen: Screen): { stop: () => void } {
  const dirty = new Set<Id>()
  let timer: NodeJS.Timeout | undefined
  let whole = true
  let lastAt = -feedEveryMs

  const again = (afterMs: number): void => {
    timer ??= setTimeout(() => {
      timer = undefined
      flush()
    }, afterMs)
  }

  function flush(): void {
    if (screen.bufferedBytes() > slowBytes) {
      whole = true
      again(feedEveryMs)
      return
    }
    lastAt = performance.now()
    if (whole) {
      const tiles = lessons.tiles(lessonId)
      if (tiles !== null) screen.send({ type: 'tiles', lessonId, tiles })
    } else {
      for (const pupilId of dirty) {
        const tile = lessons.tile(lessonId, pupilId)
        if (tile !== null) screen.send({ type: 'tile', lessonId, tile })
      }
    }
    whole = false
    dirty.clear()
  }

  const watcher: Watcher = {
    moved(pupilId) {
      dirty.add(pupilId)
      again(Math.max(0, lastAt + feedEveryMs - performance.now()))
    },
    over: () => stop(),
  }

  function stop(): void {
    clearTimeout(timer)
    lessons.unwatch(watcher)
  }

  lessons.watch(lessonId, watcher)
  flush()
  return { stop }
}
