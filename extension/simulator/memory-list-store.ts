import type { ListStore } from '#extension/background/ports.ts'

/** List files in a memory that ends with the process. A class on one machine shares them: the same file is the same bytes. */
const files = new Map<string, Uint8Array>()

export const memoryListStore: ListStore = {
  async read(name, from, to) {
    const file = files.get(name)
    if (file === undefined) throw new Error(`there is no list file ${name}`)
    return { bytes: file.slice(from, to), fileBytes: file.length }
  },
  async put(name, file) {
    files.set(name, new Uint8Array(file))
  },
  /** Others may hold what this device lets go of, and a demo's lists are few. */
  async keepOnly() {},
}
