import { err, type Result } from '#shared/base/result.ts'
import type { Command } from './command.ts'
import { build, buildUsage } from './lists/build.ts'
import { diff, diffUsage } from './lists/diff.ts'
import { inspect, inspectUsage } from './lists/inspect.ts'

/** `install` loads the database, which the others do without. */
const installUsage = `lists install --school ID --file FILE [--names FILE]
  Signs a bundle with the school's key and makes it the school's current one, in the data folder (LAPWING_DATA). --names: the names
  file of the same build, for browsers whose own engine has to hold hosts by name.
  Devices fetch it when they connect next.`

const usage = [buildUsage, installUsage, diffUsage, inspectUsage].join('\n')

/** `lapwing lists …`. */
export const lists: Command = { usage, run }

async function run([command, ...args]: string[]): Promise<Result<string>> {
  if (command === 'build') return build(args)
  if (command === 'diff') return diff(args)
  if (command === 'inspect') return inspect(args)
  if (command === 'install') return (await import('./lists/install.ts')).install(args, installUsage)
  return err(usage)
}
