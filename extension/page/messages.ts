/** Tells what stands in a document; `enough` when no more of it is wanted. Rejects when nobody answers. */
export type TellText = (document: string, text: string) => Promise<'allow' | 'stop' | 'enough'>

/** As much as one message holds. */
const longestMessage = 16_000
/** A word here and there is told together with what comes soon after. */
const shortNews = 60
const shortNewsWaitMs = 3000
/** An extension that was updated answers its old scripts no more. */
const mostSilences = 3
const silenceMs = 300

/** What is to be told of one document, gathered into messages of whole paragraphs. */
export interface Messages {
  add(paragraph: string): void
  isFull(): boolean
  /** Tells what there is; a word or two wait for more. One message after the other, each when the one before was answered. */
  send(): Promise<void>
}

/** @param over called once, when no more is wanted or nobody hears */
export function createMessages(tell: TellText, over: () => void): Messages {
  const document = Math.random().toString(36).slice(2, 12)
  let text = ''
  let hasTold = false
  let silences = 0

  async function sendAll(): Promise<void> {
    while (text !== '') {
      const piece = text.slice(0, endOf(text))
      text = text.slice(piece.length)
      hasTold = true
      // Nobody answers while the worker is being replaced: it is told again below.
      const answer = await tell(document, piece).catch(() => null)
      silences = answer === null ? silences + 1 : 0
      // The next message wakes another worker, which has not heard this one.
      if (answer === null && silences < mostSilences) {
        text = piece + text
        await new Promise((resolve) => setTimeout(resolve, silenceMs))
      }
      if (answer !== 'enough' && answer !== 'stop' && silences < mostSilences) continue
      text = ''
      over()
    }
  }

  return {
    add: (paragraph) => void (text += paragraph === '' ? '' : `${paragraph}\n`),
    isFull: () => text.length >= longestMessage,
    async send() {
      if (text.length > shortNews || !hasTold) return sendAll()
      if (text !== '') setTimeout(() => void sendAll(), shortNewsWaitMs)
    },
  }
}

/** The last end of a paragraph, sentence or word within one message. */
function endOf(text: string): number {
  if (text.length <= longestMessage) return text.length
  const most = text.slice(0, longestMessage)
  const end = Math.max(most.lastIndexOf('\n'), most.lastIndexOf('. '))
  return end > longestMessage / 2 ? end + 1 : most.lastIndexOf(' ') + 1 || longestMessage
}
