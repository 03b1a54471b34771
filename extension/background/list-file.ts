import { bytesToHex } from '@noble/hashes/utils.js'
import { err, ok, type Result } from '#shared/base/result.ts'
import { headerBytes } from '#shared/classify/url/bundle-format.ts'
import { type BundleHead, headBytesOf, readHead, signatureOf } from '#shared/classify/url/bundle-head.ts'
import { headProblem, pageProblem } from '#shared/classify/url/bundle-integrity.ts'
import type { BundleFile } from '#shared/classify/url/bundle-reader.ts'
import { type PageCache, pageCache } from '#shared/classify/url/pages.ts'
import type { ListStore } from './ports.ts'

/** Pages of one file that stay in memory: about 480 kB, and more sites than a pupil has open. */
const pagesInMemory = 40
/** The head of a bundle of a million hosts fits; a larger one takes a second read. */
const firstReadBytes = 48 * 1024

/** What was read is not what was signed: reading again will not mend it. */
export class DamagedPage extends Error {}

/** A stored list file of which the head and a few pages are in memory. */
export interface ListFile extends BundleFile {
  readonly pages: PageCache
  /** Brings the pages that were asked for and not at hand. Rejects when one cannot be read or is damaged. */
  bring(): Promise<void>
}

/**
 * Opens a stored file: reads its head, checks its digest and who signed it. Pages are checked when they are read.
 * @param listsKey the school's Ed25519 public key, lower-case hexadecimal
 */
export async function openListFile(
  store: ListStore,
  name: string,
  listsKey: string | null,
  subtle: SubtleCrypto,
): Promise<Result<ListFile>> {
  const start = await store.read(name, 0, firstReadBytes)
  const size = headBytesOf(start.bytes)
  if (!size.ok) return size
  if (size.value < headerBytes || size.value > start.fileBytes) return err('list bundle: broken sections')
  const bytes = size.value <= start.bytes.length ? start.bytes : (await store.read(name, 0, size.value)).bytes
  const head = readHead(bytes.slice().buffer, start.fileBytes)
  if (!head.ok) return head
  const wrong = headProblem(head.value) ?? (await signatureProblem(head.value, listsKey, subtle))
  if (wrong !== null) return err(wrong)
  const pages = pageCache(head.value.pageStarts.length - 1, largestPage(head.value), pagesInMemory)
  return ok({ head: head.value, pages, bring: () => bring(store, name, head.value, pages) })
}

async function bring(store: ListStore, name: string, head: BundleHead, pages: PageCache): Promise<void> {
  const wanted = pages.wanted()
  await Promise.all(
    wanted.map(async (number) => {
      const { bytes } = await store.read(name, head.pageStarts[number] ?? 0, head.pageStarts[number + 1] ?? 0)
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

/** What is wrong with a bundle's signature; null when the school's key made it. */
export async function signatureProblem(
  head: BundleHead,
  listsKey: string | null,
  subtle: SubtleCrypto,
): Promise<string | null> {
  const signed = signatureOf(head)
  if (signed === null) return 'list bundle: nobody has signed it'
  if (listsKey === null) return 'list bundle: this device does not know yet who signs its school’s lists'
  if (bytesToHex(signed.publicKey) !== listsKey) return 'list bundle: somebody else has signed it'
  const key = await subtle.importKey('raw', copy(signed.publicKey), 'Ed25519', false, ['verify'])
  const isGenuine = await subtle.verify('Ed25519', key, copy(signed.signature), copy(signed.message))
  return isGenuine ? null : 'list bundle: its signature is not genuine'
}

/** The browser's key functions take memory of their own only. */
const copy = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)
