import { bytesToHex } from '@noble/hashes/utils.js'
import { err, type Result } from '#shared/base/result.ts'
import { openTextModel } from '#shared/classify/text/open-model.ts'
import type { TextModel } from '#shared/classify/text/reading.ts'
import { mostSignedModelBytes, readSignedModel } from '#shared/classify/text/signed-model.ts'
import { sha256Hex } from './hashing.ts'
import type { Kept } from './kept.ts'
import type { ListStore } from './ports.ts'
import { tidyLists } from './taking-lists.ts'

interface ModelPorts {
  readonly subtle: SubtleCrypto
  readonly listStore: ListStore
  readonly kept: Kept
}

/**
 * Takes downloaded bytes into use as the school's own text model. Null when they are in use and kept; else what is wrong with them, and
 * everything is as it was.
 */
export async function takeModel(
  ports: ModelPorts & { readonly use: (model: TextModel) => void },
  hash: string,
  bytes: ArrayBuffer,
): Promise<string | null> {
  const { subtle, listStore, kept, use } = ports
  if ((await sha256Hex(subtle, bytes)) !== hash) return 'its hash is another one'
  const model = await openSigned(bytes, kept.get('listsKey'), subtle)
  if (!model.ok) return model.error
  await listStore.put(hash, bytes)
  await kept.set('model', hash)
  use(model.value)
  await tidyLists(ports, kept.get('lists'))
  return null
}

/** Opens the school's own text model as it is stored; null when there is none. One that cannot be opened is forgotten, so that it is fetched anew. */
export async function openOwnModel({
  subtle,
  listStore,
  kept,
}: ModelPorts): Promise<Result<TextModel> | null> {
  const hash = kept.get('model')
  if (hash === null) return null
  const opened = await listStore
    .read(hash, 0, mostSignedModelBytes)
    .then(({ bytes }) => openSigned(bytes.slice().buffer, kept.get('listsKey'), subtle))
    .catch((error: unknown) => err(String(error)))
  if (!opened.ok && kept.get('model') === hash) await kept.set('model', null)
  return opened
}

async function openSigned(
  bytes: ArrayBuffer,
  listsKey: string | null,
  subtle: SubtleCrypto,
): Promise<Result<TextModel>> {
  const signed = readSignedModel(bytes)
  if (!signed.ok) return signed
  const { publicKey, signature, message, model } = signed.value
  if (listsKey === null) return err('this device does not know yet who signs for its school')
  if (bytesToHex(publicKey) !== listsKey) return err('somebody else has signed it')
  const key = await subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify'])
  const isGenuine = await subtle.verify('Ed25519', key, signature, message)
  return isGenuine ? openTextModel(model) : err('its signature is not genuine')
}
