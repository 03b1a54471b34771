import { fstatSync, openSync } from 'node:fs'
import type { Result } from '#shared/base/result.ts'
import { headerBytes } from '#shared/classify/url/bundle-format.ts'
import { headBytesOf, readHead } from '#shared/classify/url/bundle-head.ts'
import { listBundle } from '#shared/classify/url/bundle-reader.ts'
import { pageCache } from '#shared/classify/url/pages.ts'
import type { Contender } from '../contender.ts'
import { readInto } from '../whole-file.ts'
import { buildBundle } from './lapwing.ts'

/** Pages that stay at hand: with these the reader keeps under half a megabyte. */
const slots = 32

/** The same bundle left on disk: its head in memory, and a page read when a lookup wants one, as a woken worker does. */
export const lapwingPaged: Contender = {
  says: 'categories',
  build: buildBundle,
  open(file) {
    const handle = openSync(file, 'r')
    const read = (from: number, to: number): Uint8Array<ArrayBuffer> => {
      const bytes = new Uint8Array(to - from)
      readInto(handle, bytes, from)
      return bytes
    }
    const headBytes = orThrow(headBytesOf(read(0, headerBytes)))
    const head = orThrow(readHead(read(0, headBytes).buffer, fstatSync(handle).size))
    const { pageStarts } = head
    const startOf = (page: number): number => pageStarts[page] ?? 0
    let largest = 0
    for (let page = 0; page + 1 < pageStarts.length; page++)
      largest = Math.max(largest, startOf(page + 1) - startOf(page))
    const pages = pageCache(head.pageStarts.length - 1, largest, slots)
    const bundle = listBundle({ head, pages })
    return {
      has(host) {
        const address = { host, path: '/', query: '' }
        for (;;) {
          const found = bundle.lookup(address).length > 0
          const wanted = pages.wanted()
          if (wanted.length === 0) return found
          for (const page of wanted) pages.put(page, read(startOf(page), startOf(page + 1)))
        }
      },
    }
  },
}

function orThrow<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error)
  return result.value
}
