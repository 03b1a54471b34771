import { mkdir, writeFile } from 'node:fs/promises'
import { buildWhatIsStale } from '#test/support/stale-builds.ts'
import { benchLive } from './live.ts'
import { benchNavigation } from './navigation.ts'
import { benchStore } from './store.ts'

const benches: Readonly<Record<string, () => Promise<object>>> = {
  navigation: benchNavigation,
  live: benchLive,
  store: benchStore,
}

/** One line for each figure; a series is a line with its parts beside one another. */
function lines(value: object, name = ''): string[] {
  const entries: [string, unknown][] = Object.entries(value)
  const isSeries = entries.every(([, part]) => typeof part === 'number') && 'median' in value
  if (isSeries)
    return [`${name.padEnd(28)} ${entries.map(([key, part]) => `${key} ${String(part)}`).join('  ')}`]
  return entries.flatMap(([key, part]) => {
    const path = name === '' ? key : `${name} ${key}`
    return typeof part === 'object' && part !== null
      ? lines(part, path)
      : [`${path.padEnd(28)} ${String(part)}`]
  })
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in benches))
if (asked.length === 0 || unknown.length > 0) {
  process.stderr.write(`npm run bench -- <${Object.keys(benches).join(' | ')}> ...\n`)
  process.exit(2)
}
await buildWhatIsStale()
await mkdir('test/output/bench', { recursive: true })
for (const name of asked) {
  const result = (await benches[name]?.()) ?? {}
  const json = JSON.stringify(result, null, 2)
  await writeFile(`test/output/bench/${name}.json`, `${json}\n`)
  process.stdout.write(`${json}\n\n${lines(result).join('\n')}\n`)
}
