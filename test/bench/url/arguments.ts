import { parseArgs } from 'node:util'
import { type ContenderName, contenderNames, isContenderName } from './contenders.ts'

const usage = `npm run bench -- url [--data DIR] [--sizes 0.1,1] [--full] [--only NAMES]
  --data   folder with list-map.json and lists (default ../shared/data)
  --sizes  millions of domains (default 0.1); --full stands for 0.1,1,3
  --only   some contenders, of ${contenderNames.join(',')}; the floor is always measured`

/** What is to be compared. */
export interface Wanted {
  readonly data: string
  /** Numbers of domains. */
  readonly sizes: readonly number[]
  readonly names: readonly ContenderName[]
}

/** Reads the arguments after `url`. Throws with the usage when they make no sense. */
export function readArguments(args: readonly string[]): Wanted {
  const text = { type: 'string' } as const
  const options = { data: text, sizes: text, only: text, full: { type: 'boolean' } } as const
  const { values } = parseArgs({ args: [...args], options })
  const sizes = (values.sizes ?? (values.full ? '0.1,1,3' : '0.1')).split(',').map(Number)
  const asked = values.only?.split(',') ?? contenderNames
  const names = contenderNames.filter((name) => name === 'floor' || asked.includes(name))
  if (!sizes.every((size) => size > 0) || !asked.every(isContenderName)) throw new Error(usage)
  return {
    data: values.data ?? '../shared/data',
    sizes: sizes.map((size) => Math.round(size * 1e6)),
    names,
  }
}
