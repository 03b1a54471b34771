import type { CategoryId } from '../../domain/category.ts'
import { exceptionFlag, hasPaths, helpFlag } from './bundle-format.ts'

/** What an entry stands for: flags of the host, and members that may carry flags of a phrase. */
export interface EntrySet {
  readonly paths: boolean
  readonly members: readonly { category: CategoryId; exception?: boolean; help?: boolean }[]
}

/** The sets of a bundle while it is written, each stored once, numbered in the order they come. */
export class SetTable {
  readonly categories: readonly CategoryId[]
  readonly #numberOf = new Map<string, number>()
  readonly #bytes: number[] = []
  readonly #starts: number[] = [0]

  /** @param categories every category that a set may name, at most 64 */
  constructor(categories: readonly CategoryId[]) {
    if (categories.length > 64) throw new RangeError('a bundle names at most 64 categories')
    this.categories = categories
  }

  /** A set as it lies in the file. */
  bytesOf({ paths, members }: EntrySet): number[] {
    const bytes = members.map(
      ({ category, exception, help }) =>
        this.categories.indexOf(category) | (exception ? exceptionFlag : 0) | (help ? helpFlag : 0),
    )
    return [paths ? hasPaths : 0, ...new Set(bytes.toSorted((one, other) => one - other))]
  }

  /** The number of a set as it lies in the file. */
  number(set: readonly number[]): number {
    const name = set.join(' ')
    const known = this.#numberOf.get(name)
    if (known !== undefined) return known
    const number = this.#numberOf.size
    if (number > 65_000) throw new RangeError('more category sets than a bundle can name')
    this.#numberOf.set(name, number)
    this.#bytes.push(...set)
    this.#starts.push(this.#bytes.length)
    if (this.#bytes.length > 65_535) throw new RangeError('more category sets than a bundle can hold')
    return number
  }

  starts(): Uint16Array {
    return Uint16Array.from(this.#starts)
  }

  bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes)
  }
}
