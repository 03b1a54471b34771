/// <reference types="chrome" />
import { pageRange } from './bundle.ts'
import { deviceRecords } from './device-records.ts'
import type { Place } from './place.ts'

/** These areas are a yardstick only: `session` has room for 10 MB and forgets with the browser, so only so many pages are put there. */
const mostPages = 64

function base64(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

const bytesOf = (text: string): ArrayBuffer =>
  Uint8Array.from(atob(text), (char) => char.charCodeAt(0)).buffer

const textPlace = (area: () => chrome.storage.StorageArea): Place => ({
  async write(size, bundle) {
    const text = (from: number, to: number): string => base64(new Uint8Array(bundle, from, to - from))
    const parts: Record<string, string> = { [`${size.name}-head`]: text(0, size.headBytes) }
    for (let page = 0; page < mostPages; page += 1)
      parts[`${size.name}-${page}`] = text(...pageRange(size, page))
    await area().set(parts)
  },
  async open(size, opened) {
    opened()
    const read = async (part: string | number): Promise<ArrayBuffer> => {
      const key = `${size.name}-${part}`
      const { [key]: text } = await area().get<Record<string, string>>(key)
      if (text === undefined) throw new Error(`${key} is not stored`)
      return bytesOf(text)
    }
    return { head: await read('head'), page: (page) => read(page % mostPages) }
  },
})

export const textInLocal: Place = textPlace(() => chrome.storage.local)
export const textInSession: Place = textPlace(() => chrome.storage.session)

/** What the device remembers as text, but for its key, which cannot be written down. */
export const recordsInLocal: Place = {
  async write() {
    const records = [...(await deviceRecords())].filter(([name]) => name !== 'key')
    await chrome.storage.local.set({ records: Object.fromEntries(records) })
  },
  async open(_, opened) {
    opened()
    await chrome.storage.local.get('records')
    return { head: new ArrayBuffer(0), page: async () => new ArrayBuffer(0) }
  },
}
