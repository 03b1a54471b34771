import { err, ok, type Result } from '../../base/result.ts'
import { headerBytes } from './bundle-format.ts'
import { type BundleHead, headBytesOf, readHead } from './bundle-head.ts'
import { headProblem, pageProblem } from './bundle-integrity.ts'
import type { BundleFile } from './bundle-reader.ts'
import { type PageCache, pageCache } from './pages.ts'

/** Pages of one file that stay in memory: about 480 kB, and more sites than a pupil has open. */
const pagesInMemory = 40
/** The head of a bundle of a million hosts fits; a larger one takes a second read. */
const firstReadBytes = 48 * 1024

/** Bytes `from` to `to` (not included, cut at the end) of a file, and how many it has. */
export type ReadPart = (from: number, to: number) => Promise<{ bytes: Uint8Array; fileBytes: number }>

/** What was read is not what was signed: reading again will not mend it. */
export class DamagedPage extends Error {}

/** A list file of which the head and a few pages are in memory. */
export interface PagedFile extends BundleFile {
  readonly pages: PageCache
  /** Brings the pages that were asked for and not at hand. Rejects when one cannot be read or is damaged. */
  bring(): Promise<void>
}

/** Opens a file: reads its head and checks its digest. Pages are checked when they are read. Who signed it is for the caller to ask. */
export async function openPagedFile(read: ReadPart): Promise<Result<PagedFile>> {
  const start = await read(0, firstReadBytes)
  const size = headBytesOf(start.bytes)
  if (!size.ok) return size
  if (size.value < headerBytes || size.value > start.fileBytes) return err('list bundle: broken sections')
  const bytes = size.value <= start.bytes.length ? start.bytes : (await read(0, size.value)).bytes
  const head = readHead(bytes.slice().buffer, start.fileBytes)
  if (!head.ok) return head
  const wrong = headProblem(head.value)
  if (wrong !== null) return err(wrong)
  const pages = pageCache(head.value.pageStarts.length - 1, largestPage(head.value), pagesInMemory)
  return ok({ head: head.value, pages, bring: () => bring(read, head.value, pages) })
}

async function bring(read: ReadPart, head: BundleHead, pages: PageCache): Promise<void> {
  const wanted = pages.wanted()
  await Promise.all(
    wanted.map(async (number) => {
      const { bytes } = await read(head.pageStarts[number] ?? 0, head.pageStarts[number + 1] ?? 0)
      const wrong = pageProblem(head, number, bytes)
      if (wrong !== null) throw new DamagedPage(wrong)
      pages.put(number, bytes)
    }),
  )
}

function largestPage({ pageStarts }: BundleHead): number {
  let largest = 0
  for (let page = 0; page + 1 < pageStarts.length; page++)
    largest = Math.max(largest, (pageStarts[page + 1] ?? 0) - (pageStarts[page] ?? 0))
  return largest
}
