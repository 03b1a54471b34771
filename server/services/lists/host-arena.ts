import { randomBytes } from 'node:crypto'

/** Multiplier of FNV-1a (32 bit). */
const prime = 0x01000193
const start = randomBytes(4).readUInt32LE()
const dot = 46

/** Spreads what the multiplications left in the high bits over the low ones, which choose the slot. */
const mixed = (hash: number): number => {
  let h = hash ^ (hash >>> 15)
  h = Math.imul(h, 0x2c1b3c6d)
  return (h ^ (h >>> 13)) >>> 0
}

/** An array that holds `needed` elements: itself, or a larger one that takes over its bytes. */
function grown<A extends Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>>(array: A, needed: number): A {
  if (needed <= array.length) return array
  const buffer = array.buffer.transfer(Math.max(needed, array.length * 2) * array.BYTES_PER_ELEMENT)
  return new (array.constructor as new (bytes: ArrayBuffer) => A)(buffer)
}

/**
 * Millions of different host names, each numbered in the order it came, in a few flat arrays: 20 bytes and the name a host, where a Map of
 * strings takes a hundred, and adding one is three times as fast. Names are hashed from their end, so that one pass over a host hashes its
 * parents too. The seed differs from run to run, so that nobody can write a list whose names all collide; no result depends on it.
 */
export class HostArena {
  #bytes: Uint8Array<ArrayBuffer>
  #starts: Uint32Array<ArrayBuffer>
  #hashes: Uint32Array<ArrayBuffer>
  /** Number of a host plus one, or 0 for a free slot; a power of two in length, at most half full. */
  #slots: Uint32Array<ArrayBuffer>
  #count = 0

  /** @param expected about how many hosts will come; more are welcome, and cost some copying */
  constructor(expected = 1024) {
    const hosts = Math.min(Math.max(expected, 1024), 2 ** 24)
    this.#bytes = new Uint8Array(hosts * 20)
    this.#starts = new Uint32Array(hosts + 1)
    this.#hashes = new Uint32Array(hosts)
    this.#slots = new Uint32Array(2 ** Math.ceil(Math.log2(hosts * 2)))
  }

  /** How many hosts there are; their numbers go from 0 to one less. */
  get size(): number {
    return this.#count
  }

  /** The number of the host whose ASCII bytes lie from `from` to `to`, new or known. */
  put(source: Uint8Array, from: number, to: number): number {
    let rolling = start
    for (let at = to - 1; at >= from; at--) rolling = Math.imul(rolling ^ source[at]!, prime)
    const hash = mixed(rolling)
    const slot = this.#slotOf(source, from, to, hash)
    const known = this.#slots[slot]!
    return known > 0 ? known - 1 : this.#append(source, from, to, hash, slot)
  }

  /** The number of a host, or -1. */
  find(host: string): number {
    let rolling = start
    for (let at = host.length - 1; at >= 0; at--) rolling = Math.imul(rolling ^ host.charCodeAt(at), prime)
    const hash = mixed(rolling)
    const last = this.#slots.length - 1
    for (let slot = hash & last; ; slot = (slot + 1) & last) {
      const number = this.#slots[slot]! - 1
      if (number < 0 || (this.#hashes[number] === hash && this.#spells(number, host))) return number
    }
  }

  /** The host of a number, as a string of its own. */
  nameOf(number: number): string {
    const bytes = Buffer.from(
      this.#bytes.buffer,
      this.#starts[number],
      this.#starts[number + 1]! - this.#starts[number]!,
    )
    return bytes.toString('latin1')
  }

  /** Every host with its number, in the order of the numbers. */
  *[Symbol.iterator](): Generator<[host: string, number: number], undefined> {
    const bytes = Buffer.from(this.#bytes.buffer)
    const [starts, count] = [this.#starts, this.#count]
    for (let number = 0; number < count; number++)
      yield [bytes.toString('latin1', starts[number], starts[number + 1]), number]
  }

  /** For each host the number of its nearest parent that is here too, or -1. Parents of a single label do not count. */
  parents(): Int32Array {
    const parents = new Int32Array(this.#count).fill(-1)
    const bytes = this.#bytes
    for (let number = 0; number < this.#count; number++) {
      const from = this.#starts[number]!
      const to = this.#starts[number + 1]!
      let hash = start
      let dots = 0
      for (let at = to - 1; at >= from; at--) {
        const byte = bytes[at]!
        if (byte === dot && ++dots > 1) {
          const found = this.#slots[this.#slotOf(bytes, at + 1, to, mixed(hash))]!
          if (found > 0) parents[number] = found - 1
        }
        hash = Math.imul(hash ^ byte, prime)
      }
    }
    return parents
  }

  #slotOf(source: Uint8Array, from: number, to: number, hash: number): number {
    const last = this.#slots.length - 1
    const length = to - from
    let slot = hash & last
    for (;;) {
      const number = this.#slots[slot]! - 1
      if (number < 0) return slot
      const at = this.#starts[number]!
      if (this.#hashes[number] === hash && this.#starts[number + 1]! - at === length) {
        let same = 0
        while (same < length && this.#bytes[at + same] === source[from + same]) same++
        if (same === length) return slot
      }
      slot = (slot + 1) & last
    }
  }

  #spells(number: number, host: string): boolean {
    const at = this.#starts[number]!
    if (this.#starts[number + 1]! - at !== host.length) return false
    let same = 0
    while (same < host.length && this.#bytes[at + same] === host.charCodeAt(same)) same++
    return same === host.length
  }

  #append(source: Uint8Array, from: number, to: number, hash: number, slot: number): number {
    const number = this.#count++
    const at = this.#starts[number]!
    this.#bytes = grown(this.#bytes, at + to - from)
    for (let offset = 0; offset < to - from; offset++) this.#bytes[at + offset] = source[from + offset]!
    this.#starts = grown(this.#starts, number + 2)
    this.#hashes = grown(this.#hashes, number + 1)
    this.#starts[number + 1] = at + to - from
    this.#hashes[number] = hash
    this.#slots[slot] = number + 1
    if (this.#count * 2 > this.#slots.length) this.#spread()
    return number
  }

  #spread(): void {
    const slots = new Uint32Array(this.#slots.length * 2)
    const last = slots.length - 1
    for (let number = 0; number < this.#count; number++) {
      let slot = this.#hashes[number]! & last
      while (slots[slot] !== 0) slot = (slot + 1) & last
      slots[slot] = number + 1
    }
    this.#slots = slots
  }
}
