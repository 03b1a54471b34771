import * as v from 'valibot'
import { EpochMs, Text } from '../../base/fields.ts'
import { CategoryId } from '../../domain/category.ts'

/*
 * A list bundle is one buffer, used as it lies. All numbers are little-endian. Sections follow each other in this order:
 *
 *   0  u32  magic 'LWL1'
 *   4  u16  format version, 1
 *   6  u16  0
 *   8  u32  bytes in all
 *  12  u32  H, how many hosts
 *  16  u32  P, how many host/path rules
 *  20  u32  S, bytes of category sets
 *  24  u32  J, bytes of JSON
 *  28  u32  0
 *  32  u32[65,537]  first host whose key's high half starts with these 16 bits (the last one is H)
 *      u32[H] high halves of host keys, ascending     u32[H] their low halves
 *      u32[P] high halves of path keys, ascending     u32[P] their low halves
 *      u16[H] set of each host; bit 15: this host also has path rules      (padded to 4 bytes)
 *      u16[P] set of each path rule                                        (padded to 4 bytes)
 *      u8[S]  the sets, one after another: length, then that many category numbers (index into `categories` of the JSON)
 *      u8[J]  UTF-8 JSON: BundleFacts
 *
 * A set is named by its byte offset halved; each set is padded to an even length, so 32,767 offsets reach 64 KB of sets.
 */
export const magic = 0x314c574c
export const formatVersion = 1
export const headerBytes = 32
export const bucketCount = 65_536
export const pathRulesBit = 0x8000

/** A search phrase: whole words next to each other, already folded. `help` marks words of somebody who looks for help. */
export const SearchPhrase = v.object({ words: Text(120), help: v.optional(v.literal(true)) })
export type SearchPhrase = v.InferOutput<typeof SearchPhrase>

/** A category's search phrases, and the phrases that make a query harmless although one of them stands in it. */
export const SearchWords = v.object({ phrases: v.array(SearchPhrase), exceptions: v.array(Text(120)) })
export type SearchWords = v.InferOutput<typeof SearchWords>

/** What a bundle says of itself, and its search words. */
export const BundleFacts = v.object({
  name: Text(40),
  version: Text(40),
  builtAt: EpochMs,
  categories: v.pipe(v.array(CategoryId), v.maxLength(255)),
  sources: v.array(v.object({ name: Text(80), hosts: v.number() })),
  searchWords: v.record(CategoryId, SearchWords),
})
export type BundleFacts = v.InferOutput<typeof BundleFacts>

/** Where each section of a bundle starts, in bytes, and where the last one ends. */
export function layout(hosts: number, paths: number, setBytes: number, jsonBytes: number) {
  const even = (bytes: number): number => (bytes + 3) & ~3
  const buckets = headerBytes
  const hostHigh = buckets + (bucketCount + 1) * 4
  const hostLow = hostHigh + hosts * 4
  const pathHigh = hostLow + hosts * 4
  const pathLow = pathHigh + paths * 4
  const hostSets = pathLow + paths * 4
  const pathSets = hostSets + even(hosts * 2)
  const sets = pathSets + even(paths * 2)
  const json = sets + setBytes
  return {
    buckets,
    hostHigh,
    hostLow,
    pathHigh,
    pathLow,
    hostSets,
    pathSets,
    sets,
    json,
    end: json + jsonBytes,
  }
}
