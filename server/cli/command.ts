import type { Result } from '#shared/base/result.ts'

/** One command of `npm run lapwing`. */
export interface Command {
  /** How it is typed and what it does; `--help` prints it. */
  readonly usage: string
  /** What it prints when it is done, '' for nothing more; the error is a sentence for whoever typed it. */
  run(args: string[]): Promise<Result<string>>
}
