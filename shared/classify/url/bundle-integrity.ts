import { sha256 } from '@noble/hashes/sha2.js'
import { pageHashBytes } from './bundle-format.ts'
import { type BundleHead, digestedBytes, digestOf, pageHashOf, readHead, sameBytes } from './bundle-head.ts'

/** What is wrong with a head, by its digest; null when each bit is what it was when it was made. */
export const headProblem = (head: BundleHead): string | null =>
  sameBytes(sha256(digestedBytes(head)), digestOf(head)) ? null : 'list bundle: its head is damaged'

/** What is wrong with a page, by the hash that the head holds of it; null when nothing is. */
export const pageProblem = (head: BundleHead, number: number, page: Uint8Array): string | null =>
  sameBytes(sha256(page).subarray(0, pageHashBytes), pageHashOf(head, number))
    ? null
    : `list bundle: page ${number} is damaged`

/** What is wrong with a whole file, full or delta: its structure, its head, then page by page. Null when nothing is. */
export function bundleProblem(file: ArrayBuffer): string | null {
  const opened = readHead(file, file.byteLength)
  if (!opened.ok) return opened.error
  const head = opened.value
  const damaged = headProblem(head)
  if (damaged !== null) return damaged
  const bytes = new Uint8Array(file)
  for (let page = 0; page + 1 < head.pageStarts.length; page++) {
    const wrong = pageProblem(head, page, bytes.subarray(head.pageStarts[page], head.pageStarts[page + 1]))
    if (wrong !== null) return wrong
  }
  return null
}
