import type { HostSets } from '#shared/classify/url/rule-table.ts'
import type { HostArena } from './host-arena.ts'

/** The sets of hosts that lie in an arena: what a build of millions has in hand, with no `Map` made of it. A number of 0 is no rule. */
export class ArenaHosts implements HostSets {
  readonly #arena: HostArena
  #sets = new Uint32Array(0)
  #size = 0

  constructor(arena: HostArena) {
    this.#arena = arena
  }

  get size(): number {
    return this.#size
  }

  get(host: string): number | undefined {
    const set = this.#sets[this.#arena.find(host)]
    return set === 0 ? undefined : set
  }

  has(host: string): boolean {
    return this.get(host) !== undefined
  }

  /** @param host ASCII, as `readAddress` writes hosts */
  set(host: string, set: number): this {
    return this.setNumber(this.#arena.put(Buffer.from(host, 'latin1'), 0, host.length), set)
  }

  /** The same for a host by its number in the arena. */
  setNumber(number: number, set: number): this {
    if (number >= this.#sets.length) {
      const larger = new Uint32Array(Math.max(this.#arena.size, number + 1))
      larger.set(this.#sets)
      this.#sets = larger
    }
    if (this.#sets[number] === 0 && set !== 0) this.#size++
    this.#sets[number] = set
    return this
  }

  *keys(): MapIterator<string> {
    for (const [host] of this) yield host
  }

  *[Symbol.iterator](): MapIterator<[string, number]> {
    for (const [host, number] of this.#arena) {
      const set = this.#sets[number] ?? 0
      if (set !== 0) yield [host, set]
    }
  }
}
