import { err, type Result } from '#shared/base/result.ts'
import { explain } from './cli/explain.ts'
import { lists } from './cli/lists.ts'
import { school } from './cli/school.ts'
import { serve } from './cli/serve.ts'

const commands: Readonly<Record<string, (args: string[]) => Promise<Result<string>>>> = {
  explain,
  lists,
  school,
  serve,
}

/** What whoever typed the command can mend (an unknown option, a file that is not there) is said in a sentence; the rest is a fault of ours. */
function sayWhy(error: unknown): Result<string> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (error instanceof Error && /^(?:E[A-Z]+|ERR_PARSE_ARGS_\w+)$/.test(code)) return err(error.message)
  throw error
}

const [name = '', ...args] = process.argv.slice(2)
const command = Object.hasOwn(commands, name) ? commands[name] : undefined
if (command === undefined) {
  process.stderr.write(`npm run lapwing -- <${Object.keys(commands).join(' | ')}> ...\n`)
  process.exitCode = 2
} else {
  const result = await command(args).catch(sayWhy)
  if (result.ok && result.value !== '') process.stdout.write(`${result.value}\n`)
  if (!result.ok) {
    process.stderr.write(`${result.error}\n`)
    process.exitCode = 1
  }
}
