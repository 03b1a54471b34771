import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import {
  type CompiledLists,
  type CompileOptions,
  compileLists,
} from '#server/services/lists/compile-lists.ts'
import { standing } from '#server/services/lists/standing.ts'
import type { CategoryId } from '#shared/domain/category.ts'

/** Files by their path below the folder. */
export type Files = Readonly<Record<string, string | Uint8Array>>

/** A folder of lists that is gone when the test is over. */
export async function makeListFolder(files: Files): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lapwing-lists-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  return folder
}

/** Compiles files with a map of sources; throws when that is refused. */
export async function compile(
  map: Readonly<Record<string, CategoryId>>,
  files: Files,
  options: Partial<CompileOptions> = {},
): Promise<CompiledLists> {
  const made = await compileLists({
    folder: await makeListFolder(files),
    map: { map: { ...map } },
    ...options,
  })
  if (!made.ok) throw new Error(made.error)
  return made.value
}

/** The categories of a host's own rule. */
export const ruleOf = ({ rules }: CompiledLists, host: string): readonly CategoryId[] =>
  rules.categoriesOf(rules.hosts.get(host) ?? 0)

/** The categories that stand at a host, its parents' rules included. */
export function verdictOf(made: CompiledLists, host: string): CategoryId[] {
  const rules: (readonly CategoryId[])[] = []
  for (let rest = host; rest.includes('.'); rest = rest.slice(rest.indexOf('.') + 1))
    rules.push(ruleOf(made, rest))
  return standing(rules)
}

/** All rules as text, for comparing. */
export const rulesOf = ({ rules }: CompiledLists): Record<string, string> =>
  Object.fromEntries(
    [...rules.hosts, ...rules.paths]
      .map(([site, set]): [string, string] => [site, rules.categoriesOf(set).join()])
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  )
