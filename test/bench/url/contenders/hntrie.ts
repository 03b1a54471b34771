import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import HNTrieContainer from '@gorhill/ubo-core/js/hntrie.js'
import type { Contender, Opened } from '../contender.ts'
import { readWhole } from '../whole-file.ts'

/** Words behind the trie's own in our file: its checksum and its root. */
const tailWords = 2

/** uBlock Origin's trie of host names, which says yes or no, in JavaScript. */
export const hntrie: Contender = trie(async () => undefined)

/** The same with its WebAssembly for adding and matching. */
export const hntrieWasm: Contender = trie(async (container) => {
  const enabled = await container.enableWASM(compiled, './')
  if (!enabled) throw new Error('the trie has no WebAssembly here')
})

function trie(prepare: (container: HNTrieContainer) => Promise<void>): Contender {
  return {
    says: 'yes/no',
    async build({ hosts }) {
      const container = new HNTrieContainer()
      await prepare(container)
      const root = container.createTrieFromIterable(hosts)
      container.optimize()
      const { buf32, checksum } = container.toSelfie()
      const words = new Uint32Array(buf32.length + tailWords)
      words.set(buf32)
      words.set([checksum, root], buf32.length)
      return new Uint8Array(words.buffer)
    },
    async open(file): Promise<Opened> {
      const words = new Uint32Array(readWhole(file).buffer)
      const container = new HNTrieContainer()
      await prepare(container)
      const [checksum = 0, root = 0] = words.subarray(-tailWords)
      const taken = container.fromSelfie({ buf32: words.subarray(0, -tailWords), checksum: checksum | 0 })
      if (!taken) throw new Error('the trie refuses what it wrote')
      return { has: (host) => container.setNeedle(host).matches(root) !== -1 }
    },
  }
}

/** The package's own WebAssembly, in the form in which it ships it for Node: a JSON array of bytes. */
function compiled(): Promise<WebAssembly.Module> {
  const file = createRequire(import.meta.url).resolve('@gorhill/ubo-core/js/wasm/hntrie.wasm.json')
  const bytes: number[] = JSON.parse(readFileSync(file, 'utf8'))
  return WebAssembly.compile(new Uint8Array(bytes))
}
