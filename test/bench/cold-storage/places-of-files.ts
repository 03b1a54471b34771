/// <reference types="chrome" />
import { type BundleSize, pageRange, totalBytes } from './bundle.ts'
import type { Place } from './place.ts'

const packagedUrl = ({ name }: BundleSize): string => chrome.runtime.getURL(`${name}.bundle`)

/** The file that the extension was installed with. */
export const fetchPackaged = async (size: BundleSize): Promise<ArrayBuffer> =>
  (await fetch(packagedUrl(size))).arrayBuffer()

/** Chromium answers with exactly these bytes, and with status 200. */
async function fetchRange(size: BundleSize, from: number, to: number): Promise<ArrayBuffer> {
  const answer = await fetch(packagedUrl(size), { headers: { range: `bytes=${from}-${to - 1}` } })
  return answer.arrayBuffer()
}

export const packagedRange: Place = {
  write: null,
  async open(size, opened) {
    opened()
    const head = await fetchRange(size, 0, size.headBytes)
    return { head, page: (page) => fetchRange(size, ...pageRange(size, page)) }
  },
}

export const packagedWhole: Place = {
  write: null,
  async open(size, opened) {
    opened()
    const bundle = await fetchPackaged(size)
    return {
      head: bundle.slice(0, size.headBytes),
      page: async (page) => bundle.slice(...pageRange(size, page)),
    }
  },
}

/** Reads a bundle out of a Blob or File; nothing is read but what is asked for. */
export async function openBlob(size: BundleSize, blob: Blob) {
  if (blob.size !== totalBytes(size)) throw new Error(`${size.name}: ${blob.size} bytes`)
  const read = (from: number, to: number): Promise<ArrayBuffer> => blob.slice(from, to).arrayBuffer()
  return {
    head: await read(0, size.headBytes),
    page: (page: number) => read(...pageRange(size, page)),
  }
}

export const originPrivate: Place = {
  async write({ name }, bundle) {
    const folder = await navigator.storage.getDirectory()
    const file = await folder.getFileHandle(name, { create: true })
    const writable = await file.createWritable()
    await writable.write(bundle)
    await writable.close()
  },
  async open(size, opened) {
    const folder = await navigator.storage.getDirectory()
    const file = await (await folder.getFileHandle(size.name)).getFile()
    opened()
    return openBlob(size, file)
  },
}

const cachedUrl = (name: string): string => `https://bundle.invalid/${name}`

const found = (answer: Response | undefined, what: string): Response => {
  if (answer === undefined) throw new Error(`${what} is not in the cache`)
  return answer
}

export const cacheOfPages: Place = {
  async write(size, bundle) {
    const cache = await caches.open(`pages-${size.name}`)
    const pages = Array.from({ length: size.pages }, (_, page) => page)
    await Promise.all([
      cache.put(cachedUrl('head'), new Response(bundle.slice(0, size.headBytes))),
      ...pages.map((page) =>
        cache.put(cachedUrl(`page-${page}`), new Response(bundle.slice(...pageRange(size, page)))),
      ),
    ])
  },
  async open(size, opened) {
    const cache = await caches.open(`pages-${size.name}`)
    opened()
    const read = async (name: string): Promise<ArrayBuffer> =>
      found(await cache.match(cachedUrl(name)), name).arrayBuffer()
    return { head: await read('head'), page: (page) => read(`page-${page}`) }
  },
}

export const cacheOfOne: Place = {
  async write(size, bundle) {
    await (await caches.open(`one-${size.name}`)).put(cachedUrl('bundle'), new Response(bundle))
  },
  async open(size, opened) {
    const cache = await caches.open(`one-${size.name}`)
    opened()
    return openBlob(size, await found(await cache.match(cachedUrl('bundle')), 'bundle').blob())
  },
}
