// The package ships no types. These are the parts that the comparison uses.

declare module '@gorhill/ubo-core' {
  export function enableWASM(): Promise<boolean>

  export class StaticNetFilteringEngine {
    static create(): Promise<StaticNetFilteringEngine>
    useLists(lists: readonly { raw: string }[]): Promise<void>
    serialize(): Promise<string>
    /** False when the version is another one or a checksum is wrong. */
    deserialize(serialized: string): Promise<boolean>
    /** 0 nothing matches, 1 block, 2 allow. */
    matchRequest(details: { originURL: string; url: string; type: string }): number
  }
}

declare module '@gorhill/ubo-core/js/hntrie.js' {
  interface Selfie {
    buf32: Uint32Array
    checksum: number
  }

  export default class HNTrieContainer {
    /** Fills a trie and answers where its root is. */
    createTrieFromIterable(hostnames: Iterable<string>): number
    optimize(): void
    toSelfie(): Selfie
    /** False when the checksum is wrong. */
    fromSelfie(selfie: Selfie): boolean
    setNeedle(needle: string): this
    /** Where in the needle the listed name starts, or -1. */
    matches(root: number): number
    enableWASM(fetchModule: (path: string) => Promise<WebAssembly.Module>, path: string): Promise<boolean>
  }
}
