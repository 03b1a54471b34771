import type { Decision } from '#shared/domain/decision.ts'
import type { ScreenView } from '#shared/protocol/page.ts'
import type { Pose } from '../pieces/pose.ts'
import { categoryWords } from '../words/category-words.ts'
import { fillIn } from '../words/fill-in.ts'
import type { Words } from '../words/words.ts'

/** `stop`: blocked. `pause`: think, then go on. `help`: help lines first. `lock`: eyes on the teacher. `wait`: starting. */
export type FaceKind = 'stop' | 'pause' | 'help' | 'lock' | 'wait'

/** What a block screen says, worked out from the decision and worded for the band. */
export interface Face {
  readonly kind: FaceKind
  readonly pose: Pose
  readonly title: string
  readonly lines: readonly string[]
  /** Whether the pupil may go on to the page after a thought. */
  readonly mayGoOn: boolean
  readonly reassures: boolean
}

/** The face for what the background describes. */
export function faceOf(view: ScreenView, words: Words): Face {
  const kind = kindOf(view.decision)
  const { decision } = view
  const about = decision.category === null ? null : { category: categoryWords(decision.category, view.band) }
  const why = words.blocked.why[decision.reason]
  const mayGoOn = decision.action === 'coach'
  switch (kind) {
    case 'lock':
      return {
        ...looks.lock,
        kind,
        title: words.locked.title,
        lines: [words.locked.happened],
        mayGoOn: false,
      }
    case 'wait':
      return { ...looks.wait, kind, title: words.popup.state.starting, lines: [why], mayGoOn: false }
    case 'help':
      return { ...looks.help, kind, title: words.help.title, lines: [words.help.lookingForHelp], mayGoOn }
    case 'pause':
      return {
        ...looks.pause,
        kind,
        title: words.pause.title,
        lines: [about === null ? why : fillIn(words.pause.happened, about), ...words.pause.think],
        mayGoOn,
      }
    case 'stop':
      return {
        ...looks.stop,
        kind,
        title: words.blocked.title,
        lines: stopLines(about, why, words, view),
        mayGoOn: false,
      }
  }
}

const looks = {
  stop: { pose: 'stop', reassures: true },
  pause: { pose: 'think', reassures: false },
  help: { pose: 'care', reassures: true },
  lock: { pose: 'look', reassures: false },
  wait: { pose: 'wait', reassures: false },
} as const satisfies Record<FaceKind, Pick<Face, 'pose' | 'reassures'>>

function kindOf({ reason, action }: Decision): FaceKind {
  if (reason === 'lock') return 'lock'
  if (reason === 'not-ready') return 'wait'
  if (reason === 'help') return 'help'
  return action === 'coach' ? 'pause' : 'stop'
}

/** True when what decided was read on the page. */
const isByWords = ({ category, trace }: Decision): boolean =>
  trace.some(({ from, found }) => from === 'page text' && found.endsWith(` is ${category}`))

/** What was stopped and why; the youngest get one sentence. */
function stopLines(
  about: { category: string } | null,
  why: string,
  { blocked }: Words,
  { band, decision }: ScreenView,
): string[] {
  const what = isByWords(decision) ? blocked.happenedWords : blocked.happened
  const happened = about === null ? blocked.happenedOther : fillIn(what, about)
  if (band !== 'eyfs-y2') return [happened, why]
  return [about === null ? why : happened]
}
