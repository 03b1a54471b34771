import { writeOut } from '../standard-output.ts'
import type { Form } from './forms.ts'
import type { Line } from './lines.ts'

/** Characters that are written at once. */
const enoughToWrite = 65_536

/** Answers lines as they come: what has come is written when all of it is answered, or when it is much. Ends early when nobody reads on. */
export async function answerLines<A>(
  batches: AsyncIterable<Iterable<Line>>,
  answer: (line: Line) => A,
  form: Form<A>,
): Promise<void> {
  for await (const lines of batches) {
    let text = ''
    for (const line of lines) {
      text += form(answer(line))
      if (text.length < enoughToWrite) continue
      if (!(await writeOut(text))) return
      text = ''
    }
    if (text !== '' && !(await writeOut(text))) return
  }
}
