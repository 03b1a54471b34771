import type { Contender } from './contender.ts'

/** Everybody in the comparison, each in a module of its own: a process loads the code of one contender and no other's. */
export const contenders = {
  floor: async () => (await import('./contenders/floor.ts')).floor,
  lapwing: async () => (await import('./contenders/lapwing.ts')).lapwing,
  'lapwing-paged': async () => (await import('./contenders/lapwing-paged.ts')).lapwingPaged,
  'js-map': async () => (await import('./contenders/js-map.ts')).jsMap,
  'js-set': async () => (await import('./contenders/js-set.ts')).jsSet,
  'sorted-strings': async () => (await import('./contenders/sorted-strings.ts')).sortedStrings,
  hntrie: async () => (await import('./contenders/hntrie.ts')).hntrie,
  'hntrie-wasm': async () => (await import('./contenders/hntrie.ts')).hntrieWasm,
  'ubo-core': async () => (await import('./contenders/ubo-core.ts')).uboCore,
  ghostery: async () => (await import('./contenders/ghostery.ts')).ghostery,
} satisfies Record<string, () => Promise<Contender>>

export type ContenderName = keyof typeof contenders

export const isContenderName = (name: string): name is ContenderName => Object.hasOwn(contenders, name)

export const contenderNames = Object.keys(contenders).filter(isContenderName)

/** Who is asked for and cannot be had, with the reason; printed with every table. */
export const leftOut: readonly string[] = [
  'adblock-rs 0.13.3 is left out: its npm package holds no binary, its install script compiles it with Rust 1.97 and crates from crates.io, ' +
    'and `npm ci` has to work with the npm registry alone (here: "failed to get `neon` as a dependency ... index.crates.io").',
]
