import type { CategoryId } from '#shared/domain/category.ts'

/** The domains that every contender is given. */
export interface Domains {
  /** Distinct, lower case, at least two labels, no IP addresses; in no order that means anything. */
  readonly hosts: readonly string[]
  /** For each host the number of its set of categories. */
  readonly sets: Uint16Array
  readonly categoriesOf: readonly (readonly CategoryId[])[]
}

/** A structure in use. */
export interface Opened {
  /** Whether the host or one of its parents is listed. */
  has(host: string): boolean
}

/** What a contender can say of a listed host. */
export type Says = 'categories' | 'yes/no' | 'nothing'

/** One way to keep millions of domains. `build` and `open` are what is measured, besides `has`. */
export interface Contender {
  readonly says: Says
  /** What lies on disk. */
  build(domains: Domains): Uint8Array | Promise<Uint8Array>
  /** Brings such a file into use. */
  open(file: string): Opened | Promise<Opened>
}
