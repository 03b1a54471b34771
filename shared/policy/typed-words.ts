import type { Decision } from '../domain/decision.ts'

/** Lower ones stay between the pupil and the device; from here on the safeguarding team is told of what somebody writes. */
export const typedWordsToldFrom = 3

/** Nothing is shut because of what somebody writes: a private hint stands beside the words, and only what is grave raises a flag. */
export function ofTypedWords(decision: Decision): Decision {
  const flag = decision.flag >= typedWordsToldFrom ? decision.flag : 0
  return { ...decision, flag, action: decision.action === 'allow' ? 'allow' : 'coach' }
}
