import { type ParseArgsConfig, parseArgs } from 'node:util'

/** True when one of the arguments asks for help. What follows `--` are arguments, however they look. */
export function asksForHelp(args: readonly string[]): boolean {
  const options = args.slice(0, args.includes('--') ? args.indexOf('--') : args.length)
  return options.some((argument) => argument === '--help' || argument === '-h')
}

/** What is wrong with the options that somebody typed, in a line; null for every other error. */
export function wrongOption(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return error instanceof Error && code.startsWith('ERR_PARSE_ARGS_') ? error.message : null
}

/** Ends a script because of what was typed: the reason in a line, then how it is typed; code 2. */
export function endWith(reason: string, usage: string): never {
  process.stderr.write(`${reason}\n${usage}\n`)
  process.exit(2)
}

/** The options of a script that is started by itself. When help is asked for or an option is none it says so, and the process ends. */
export function scriptOptions<O extends NonNullable<ParseArgsConfig['options']>>(options: O, usage: string) {
  if (asksForHelp(process.argv.slice(2))) {
    process.stdout.write(`${usage}\n`)
    process.exit(0)
  }
  try {
    return parseArgs({ options }).values
  } catch (error) {
    const reason = wrongOption(error)
    if (reason === null) throw error
    return endWith(reason, usage)
  }
}
