import type { CategoryId } from './category.ts'

/** Hosts of one set of categories: how many a list has that need a rule of their own, and how many of these are popular. */
export interface NameSet {
  readonly categories: readonly CategoryId[]
  readonly listed: number
  readonly popular: number
}

/**
 * Hosts by name, most needed first: what a bundle's hashes cannot give back, and rules of the browser's own engine need. Safe hosts below
 * a harmful one are among them. `sets` counts the whole list; `hosts` may be its beginning only.
 */
export interface ListedNames {
  readonly sets: readonly NameSet[]
  /** In `readAddress`'s form. */
  readonly hosts: readonly string[]
  /** For each host the number of its set. */
  readonly setOf: Uint16Array
  /** For each host 1 when many people go there, else 0. */
  readonly popular: Uint8Array
}

/** The names above `host`, nearest first. An IP address has none: the caller must not ask. */
export function* parentsOf(host: string): Generator<string> {
  for (let dot = host.indexOf('.'); dot !== -1; dot = host.indexOf('.', dot + 1)) yield host.slice(dot + 1)
}
