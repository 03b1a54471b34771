import { readFile } from 'node:fs/promises'
import * as v from 'valibot'
import { parseJson } from '#shared/base/parse.ts'
import { err, type Result } from '#shared/base/result.ts'
import { CategoryId } from '#shared/domain/category.ts'

/**
 * Which source feeds which category: `publisher/name`, without a file's ending, to a category id. `publisher/name/CODE` means the rows of a
 * table that carry CODE (citizenlab's `category_code`). Sources not named are left out.
 */
export const ListMap = v.object({ map: v.record(v.pipe(v.string(), v.nonEmpty()), CategoryId) })
export type ListMap = v.InferOutput<typeof ListMap>

/** Reads a list map. Errors say which entry is wrong. */
export async function readListMap(file: string): Promise<Result<ListMap>> {
  const map = parseJson(ListMap, await readFile(file, 'utf8'))
  return map.ok ? map : err(`${file}: ${map.error}`)
}
