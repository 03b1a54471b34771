import { isIpAddress } from '../../domain/address.ts'
import { mostUnderBase } from './bundle-format.ts'
import { SuffixKeys } from './host-hash.ts'

/** A name below which a host's base has a label more; see bundle-format.ts. */
export interface Head {
  readonly high: number
  readonly low: number
  /** Index of the host that is this name and a rule itself, or -1. */
  readonly host: number
}

/** Hosts by index: their keys and where they lie. */
export interface Placed {
  readonly high: Uint32Array
  readonly low: Uint32Array
  /** High half of the base's key. */
  readonly baseHigh: Uint32Array
  /** 1 for hosts that are heads themselves and so lie in no bucket. */
  readonly isHead: Uint8Array
  /** Ascending by key. */
  readonly heads: readonly Head[]
  readonly singleLabels: boolean
}

/** Finds the heads among `hosts` and the base of each host. The order of the hosts changes nothing but indexes. */
export function placeHosts(hosts: readonly string[], seed: number): Placed {
  const keys = new SuffixKeys(seed)
  const count = hosts.length
  const [high, low, baseHigh, baseLow] = [0, 1, 2, 3].map(() => new Uint32Array(count)) as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ]
  const labels = new Uint8Array(count)
  const depth = new Uint8Array(count)
  const isHead = new Uint8Array(count)
  const heads = new Map<string, Head>()
  const addHead = (host: number, isRule: boolean): void => {
    const head = { high: baseHigh[host]!, low: baseLow[host]!, host: isRule ? host : -1 }
    const name = `${head.high} ${head.low}`
    if (isRule || !heads.has(name)) heads.set(name, head)
  }
  let singleLabels = false
  let open = new Uint32Array(count)
  for (let host = 0; host < count; host++) {
    const name = hosts[host]!
    const isIp = isIpAddress(name)
    labels[host] = keys.read(name, isIp)
    depth[host] = Math.min(2, labels[host]!)
    high[host] = keys.high[labels[host]! - 1]!
    low[host] = keys.low[labels[host]! - 1]!
    baseHigh[host] = keys.high[depth[host]! - 1]!
    baseLow[host] = keys.low[depth[host]! - 1]!
    open[host] = host
    if (labels[host] === 1 && !isIp) {
      singleLabels = true
      isHead[host] = 1
      addHead(host, true)
    }
  }
  while (open.length > 0) {
    const crowded = new Crowds(baseHigh, baseLow, open)
    const deeper = open.filter((host) => isHead[host] === 0 && crowded.has(host))
    for (const host of deeper) {
      const isRule = labels[host] === depth[host]
      addHead(host, isRule)
      if (isRule) isHead[host] = 1
    }
    open = deeper.filter((host) => isHead[host] === 0)
    for (const host of open) {
      depth[host]! += 1
      keys.read(hosts[host]!, false)
      baseHigh[host] = keys.high[depth[host]! - 1]!
      baseLow[host] = keys.low[depth[host]! - 1]!
    }
  }
  const sorted = [...heads.values()].toSorted((one, other) => one.high - other.high || one.low - other.low)
  return { high, low, baseHigh, isHead, heads: sorted, singleLabels }
}

/** Counts how many hosts share a base, in open addressing: a Map of millions of bases costs more than everything else here. */
class Crowds {
  readonly #high: Uint32Array
  readonly #low: Uint32Array
  readonly #slots: Int32Array
  readonly #counts: Uint32Array
  readonly #mask: number

  constructor(high: Uint32Array, low: Uint32Array, hosts: Uint32Array) {
    this.#high = high
    this.#low = low
    const size = 2 ** Math.ceil(Math.log2(hosts.length * 2 + 1))
    this.#mask = size - 1
    this.#slots = new Int32Array(size).fill(-1)
    this.#counts = new Uint32Array(size)
    for (let index = 0; index < hosts.length; index++) {
      const host = hosts[index]!
      const slot = this.#slotOf(host)
      this.#slots[slot] = host
      this.#counts[slot]! += 1
    }
  }

  has(host: number): boolean {
    return this.#counts[this.#slotOf(host)]! > mostUnderBase
  }

  #slotOf(host: number): number {
    const high = this.#high[host]!
    const low = this.#low[host]!
    for (let slot = low & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const known = this.#slots[slot]!
      if (known === -1 || (this.#high[known] === high && this.#low[known] === low)) return slot
    }
  }
}
