import { err, ok, type Result } from '#shared/base/result.ts'
import type { Command } from './cli/command.ts'
import { asksForHelp, wrongOption } from './cli/options.ts'
import { writeOut } from './cli/standard-output.ts'
import { UnusableSetting } from './env.ts'

/** Each is loaded when it is asked for: the database and the web server weigh 180 MB that explaining an address does not need. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  explain: async () => (await import('./cli/explain.ts')).explain,
  lists: async () => (await import('./cli/lists.ts')).lists,
  model: async () => (await import('./cli/model.ts')).model,
  school: async () => (await import('./cli/school.ts')).school,
  serve: async () => (await import('./cli/serve.ts')).serve,
}

const usage = `npm run lapwing -- <${Object.keys(commands).join(' | ')}> ...
  npm run lapwing -- <command> --help  says more.`

/** What whoever typed the command can mend (an unknown option, a file that is not there) is said in a sentence; the rest is a fault of ours. */
function sayWhy(error: unknown, command: Command): Result<never> {
  if (!(error instanceof Error)) throw error
  if (error instanceof UnusableSetting) return err(error.message)
  const wrong = wrongOption(error)
  if (wrong !== null) return err(`${wrong}\n${command.usage}`)
  const code = 'code' in error ? String(error.code) : ''
  if (/^(?:E[A-Z\d]+|ERR_FS_\w+)$/.test(code)) return err(error.message)
  throw error
}

async function run([name = '', ...args]: string[]): Promise<Result<string>> {
  if (asksForHelp([name])) return ok(usage)
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (load === undefined) return err(name === '' ? usage : `there is no command ${name}\n${usage}`)
  const command = await load()
  if (asksForHelp(args)) return ok(command.usage)
  return command.run(args).catch((error: unknown) => sayWhy(error, command))
}

const result = await run(process.argv.slice(2))
if (result.ok && result.value !== '') await writeOut(`${result.value}\n`)
if (!result.ok) {
  process.stderr.write(`${result.error}\n`)
  process.exitCode = 1
}
