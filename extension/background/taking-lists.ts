import { kinds } from '#shared/classify/url/bundle-format.ts'
import { headBytesOf, readHead } from '#shared/classify/url/bundle-head.ts'
import { bundleProblem } from '#shared/classify/url/bundle-integrity.ts'
import { sha256Hex } from './hashing.ts'
import type { Judging } from './judging.ts'
import type { Kept } from './kept.ts'
import { signatureProblem } from './list-file.ts'
import type { OwnLists } from './lists.ts'
import type { ListStore } from './ports.ts'

/**
 * Takes downloaded bytes, a full bundle or a delta over the one that is here, into use as the lists that the school calls `hash`. Null
 * when they are in use and kept; else what is wrong with them, and everything is as it was.
 */
export async function takeLists(
  ports: { subtle: SubtleCrypto; listStore: ListStore; kept: Kept; judging: Judging },
  hash: string,
  bytes: ArrayBuffer,
): Promise<string | null> {
  const { subtle, listStore, kept, judging } = ports
  const isFull = headBytesOf(new Uint8Array(bytes)).ok && kindOf(bytes) === kinds.full
  const name = await sha256Hex(subtle, bytes)
  const before = kept.get('lists')
  if (isFull && name !== hash) return 'its hash is another one'
  if (!isFull && before === null) return 'list bundle: a delta without its base'
  const wrong = bundleProblem(bytes) ?? (await signatureOfFile(bytes, kept.get('listsKey'), subtle))
  if (wrong !== null) return wrong
  const own: OwnLists =
    isFull || before === null ? { hash, file: name, delta: null } : { hash, file: before.file, delta: name }
  await listStore.put(name, bytes)
  const refused = await judging.useLists(own)
  const inForce = refused === null ? own : before
  if (refused === null) await kept.set('lists', own)
  await tidyLists({ listStore, kept }, inForce)
  return refused
}

/** Forgets every stored file that is not in force. */
export const tidyLists = (
  { listStore, kept }: { listStore: ListStore; kept: Kept },
  lists: OwnLists | null,
): Promise<void> => {
  const others = [kept.get('names'), kept.get('model')].filter((name) => name !== null)
  return listStore.keepOnly([...(lists === null ? [] : filesOf(lists)), ...others])
}

const kindOf = (bytes: ArrayBuffer): number => new DataView(bytes).getUint16(6, true)

const filesOf = ({ file, delta }: OwnLists): string[] => (delta === null ? [file] : [file, delta])

async function signatureOfFile(
  bytes: ArrayBuffer,
  listsKey: string | null,
  subtle: SubtleCrypto,
): Promise<string | null> {
  const head = readHead(bytes, bytes.byteLength)
  return head.ok ? signatureProblem(head.value, listsKey, subtle) : head.error
}
