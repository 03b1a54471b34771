import { readdir, readFile } from 'node:fs/promises'

/** Ticks of a second in which Linux counts processor time. */
const ticksPerSecond = 100

/** Processor time, in milliseconds, that the extension's process of the browser with this profile has used so far. */
export async function extensionCpuMs(profileDir: string): Promise<number> {
  const processes = await Promise.all(
    (await readdir('/proc')).filter((name) => /^\d+$/u.test(name)).map(readProcess),
  )
  const known = new Map(processes.flatMap((one) => (one === null ? [] : [[one.pid, one]])))
  const isOurs = (pid: string): boolean => {
    const one = known.get(pid)
    return one !== undefined && (one.command.includes(profileDir) || isOurs(one.parent))
  }
  return [...known.values()]
    .filter(({ command, pid }) => command.includes('--extension-process') && isOurs(pid))
    .reduce((sum, { ticks }) => sum + (ticks * 1000) / ticksPerSecond, 0)
}

async function readProcess(pid: string) {
  // A process may be gone between being listed and being read.
  const [stat, command] = await Promise.all([
    readFile(`/proc/${pid}/stat`, 'utf8'),
    readFile(`/proc/${pid}/cmdline`, 'utf8'),
  ]).catch(() => ['', ''] as const)
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (stat === '') return null
  return { pid, command, parent: fields[1] ?? '', ticks: Number(fields[11]) + Number(fields[12]) }
}
