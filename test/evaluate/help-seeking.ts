import type { TextContext, TextModel } from '#shared/classify/text/reading.ts'
import { policyBeforeEnrolment } from '#shared/policy/baseline.ts'
import { distressed, hintFor, typedWordsToldFrom } from '#shared/policy/typed-words.ts'
import { inWords, type Share, shareOf } from './interval.ts'
import type { Judge } from './judges.ts'
import { isMetWithHelp, isPaused, isShut, outcomes, searchOutcomes } from './outcomes.ts'
import { helpSeeking } from './own-texts.ts'
import { table } from './table.ts'

/** What becomes of the words of somebody who looks for help, in the order: searches, messages. */
export interface HelpFigures {
  /** Shut when searched for, by the model alone. */
  readonly shutByModel: readonly [Share, Share]
  /** Shut when searched for, in the whole product. */
  readonly shut: readonly [Share, Share]
  readonly paused: readonly [Share, Share]
  /** Met with help when searched for. */
  readonly met: readonly [Share, Share]
  /** Known to the model as looking for help, in its own context; for messages: shown help beside what is typed. */
  readonly shown: readonly [Share, Share]
  readonly told: Share
  /** For each judge what it finds anything in at all. */
  readonly found: readonly (readonly [name: string, searches: Share, messages: Share])[]
}

/** Judges our own searches and messages of somebody who looks for help. All are searched for, where alone words can shut a way; messages are typed too. */
export function helpFigures(model: TextModel, judges: readonly Judge[]): HelpFigures {
  const { searches, messages } = helpSeeking()
  const both = (isSo: (text: string, own: TextContext) => boolean): readonly [Share, Share] => [
    shareOf(searches, (text) => isSo(text, 'query')),
    shareOf(messages, (text) => isSo(text, 'typed')),
  ]
  return {
    shutByModel: both((text) => isShut(outcomes(model, text, 'query'))),
    shut: both((text) => isShut(searchOutcomes(model, text))),
    paused: both((text) => isPaused(searchOutcomes(model, text))),
    met: both((text) => isMetWithHelp(searchOutcomes(model, text))),
    shown: both((text, own) => isShownHelp(model, text, own)),
    told: shareOf(messages, (text) =>
      outcomes(model, text, 'typed').some(({ flag }) => flag >= typedWordsToldFrom),
    ),
    found: judges.map(({ name, judge }) => [name, ...both((text, own) => judge(text, own).length > 0)]),
  }
}

/** As beside typed words: the words of somebody who looks for help, who is not well, or who writes of what is met with help. */
function isShownHelp(model: TextModel, text: string, context: TextContext): boolean {
  const { seeksHelp, distress, findings } = model.read(text, context)
  if (context === 'query') return seeksHelp
  const flag = Math.max(...outcomes(model, text, context).map((decision) => decision.flag))
  const first = findings
    .map(({ category }) => hintFor(policyBeforeEnrolment, category, flag))
    .find((kind) => kind !== null)
  return seeksHelp || distress >= distressed || first === 'help'
}

/** The chapter on help-seeking. */
export const helpChapter = (figures: HelpFigures): string => `## Looking for help

${figures.shut[0].of} searches and ${figures.shut[1].of} messages of our own (\`test/evaluate/texts\`: Childline, LGBT+, abuse, eating, self-harm, drugs, bullying), written for the evaluation alone and
without a look at the words of the training; judged at the baseline, for all bands of pupils. Messages are searched for too, for what is typed shuts nothing. A search in
which neither the packaged phrases nor the model find anything goes through as it is.

${table(
  ['', 'searches', 'messages'],
  [
    ['shut when searched for, by the model alone', ...figures.shutByModel.map((each) => inWords(each))],
    ['shut when searched for, with the packaged phrases', ...figures.shut.map((each) => inWords(each))],
    ['made to pause over a category when searched for', ...figures.paused.map((each) => inWords(each))],
    ['met with help when searched for', ...figures.met.map((each) => inWords(each))],
    [
      'known to the model as looking for help (searches); shown help when typed (messages)',
      ...figures.shown.map((each) => inWords(each)),
    ],
    ['told to the safeguarding team when typed', '', inWords(figures.told)],
  ],
)}

${table(
  ['something is found in it by', 'searches', 'messages'],
  figures.found.map(([name, searches, messages]) => [name, inWords(searches), inWords(messages)]),
)}`
