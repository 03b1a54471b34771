import type { CategoryId } from '../domain/category.ts'
import type { Decision } from '../domain/decision.ts'
import type { NudgeKind } from '../domain/nudge.ts'
import { actionIn, type CompiledPolicy, flagIn } from '../domain/policy.ts'
import { lineOf } from '../domain/trace.ts'

/** Lower ones stay between the pupil and the device; from here on the safeguarding team is told of what somebody writes. */
export const typedWordsToldFrom = 3
/** How much words must sound like somebody who is not well, for help to be shown. Nobody is told of that alone. */
export const distressed = 0.5

/** What each category of words asks the writer to think of. What is not here only counts where the policy calls it grave. */
const kinds: { readonly [C in CategoryId]?: NudgeKind } = {
  bullying: 'hurtful',
  hate: 'hurtful',
  violence: 'hurtful',
  profanity: 'rude',
  'sexual-content': 'rude',
  pornography: 'rude',
  sexting: 'unsafe',
  grooming: 'unsafe',
  dating: 'unsafe',
  drugs: 'risky',
  gambling: 'risky',
  'harmful-challenges': 'risky',
  hacking: 'risky',
  'self-harm': 'help',
  'eating-disorders': 'help',
}

/**
 * The hint beside words of a category; null for none. Swearing is a matter of age: where the policy lets pages swear, so may a message.
 * @param flag severity of the flag that all the words together raise
 */
export function hintFor(policy: CompiledPolicy, category: CategoryId, flag: number): NudgeKind | null {
  if (kinds[category] === 'rude' && actionIn(policy, category, 'lesson') === 'allow') return null
  const isGrave = flag >= typedWordsToldFrom && flagIn(policy, category) >= typedWordsToldFrom
  return kinds[category] ?? (isGrave ? 'help' : null)
}

/** Nothing is shut because of what somebody writes; what a decision says of it is who is told. */
export function withoutShutting(decision: Decision): Decision {
  const { category, flag, trace } = decision
  const last = { from: 'policy', found: lineOf({ says: 'typed', category, flag }) }
  const found = trace.filter(({ from }) => from === 'typed words')
  return { ...decision, action: 'allow', trace: [...found, last].slice(-20) }
}

/** What comes of typed words, for people: `coach` when a private hint stands beside them, and a flag only for what is grave. */
export function ofTypedWords(decision: Decision, policy: CompiledPolicy): Decision {
  const { categories, reason, flag } = decision
  const hints = reason === 'help' || categories.some((id) => hintFor(policy, id, flag) !== null)
  return {
    ...withoutShutting(decision),
    action: hints ? 'coach' : 'allow',
    flag: flag >= typedWordsToldFrom ? flag : 0,
  }
}
