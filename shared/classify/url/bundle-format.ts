import * as v from 'valibot'
import { EpochMs, Sha256Hex, Text } from '../../base/fields.ts'

/*
 * A list bundle is one file, used as it lies. All numbers are little-endian; every section starts at a multiple of 4.
 * It is a *head*, which is read first and stays in memory, and *pages*, of which a lookup touches one or two.
 *
 * Header (256 bytes)
 *     0  u32  magic 'LWLB'                        4  u16  format version, 2      6  u16  kind: 0 full, 1 delta
 *     8  u32  bytes in all                       12  u32  bytes of the head
 *    16  u32  seed of the hash                   20  u32  bit 0: some heads are single labels
 *    24  u32  host rules, pages, buckets, divisor      (four numbers for each of the three tables)
 *    40  u32  path rules, pages, buckets, divisor
 *    56  u32  phrases,    pages, buckets, divisor
 *    72  u32  words of the longest phrase        76  u32  slots for heads (a power of two)
 *    80  u32  category sets                      84  u32  bytes of their members
 *    88  u32  bytes of names                     92  u32  bytes of facts
 *    96  u32  removed entries                   100  u32  pages of the base           (delta only, else 0)
 *   104  ...  0
 *   128  u8[32]  digest: SHA-256 of header bytes 0 to 127 and everything of the head from byte 256 on
 *   160  u8[32]  Ed25519 public key of whoever signed, or 0
 *   192  u8[64]  Ed25519 signature (RFC 8032) of 'lapwing lists 2\n' and the digest, or 0
 *
 * Rest of the head
 *        u8[32]        digest of the base that a delta changes, or 0
 *        u8[32]        SHA-256 of the whole signed file that base and delta together stand for, or 0
 *        u32[P + 1]    where each page starts, in bytes from the start of the file; the last one is the end of the file
 *        u8[16][P]     first half of the SHA-256 of each page: a page is checked when it is read, not before
 *        u32[slots] high, u32[slots] low, u16[slots] set + 1   the heads, open addressing from slot `low & (slots - 1)` upwards; 0 is free
 *        u16[3][16]    the 15 most frequent sets of each table, by code; code 15 stands for all others
 *        u16[sets + 1] where each set starts among the members
 *        u8[...]       the sets, the empty one first: a byte of flags (1: the host has path rules), then members in ascending order.
 *                      A member is the number of a category among the names; in phrases +64 marks an exception and +128 words of help.
 *        u32[base pages + 1], u16[removed]   which entries of each page of the base are no more
 *        u8[...]       names: UTF-8, a name a line: the bundle, its version, then the categories that sets name by number from 0
 *        u8[...]       facts: UTF-8 JSON, `BundleFacts`
 *
 * Page (about 11 kB: 1,024 buckets of 2 entries)
 *     0  u16  entries, entries in buckets, overflowing buckets, entries with code 15
 *     8  64 times: u16 first entry of 16 buckets, then 16 counts of 4 bits. Count 15 may go on as an overflowing bucket.
 *   648  u32[entries]  low half of the key                u8[entries]  low 4 bits: code of the set; high 4 bits: lowest bits of the key's high half
 *        u16[2][overflowing buckets]   bucket, its first entry behind those in buckets (ascending)
 *        u16[2][entries with code 15]  entry, set (ascending)
 *
 * Where an entry lies. A key is 64 bits (host-hash.ts). A host's *base* is its last two labels, or more where those are a head: a head is a
 * name with so many listed hosts below it (co.uk, blogspot.com) that they would not fit a bucket; it is a rule itself where its
 * set says so. Bucket = floor(floor(high half of the base's key x buckets / 2^32) / divisor), page = bucket / 1024. So a host and all its
 * parents lie in one bucket, and a lookup reads one page whatever the depth. Paths and phrases have themselves as base.
 *
 * How sure. An unlisted name is taken for a listed one when 36 bits agree with one of the entries of its bucket (2 on average):
 * 2 x 2^-36 = 2.9e-11 for each name compared. A host has 2.2 names to compare. Ten thousand schools that each meet a million distinct hosts:
 * 1e10 x 2.2 x 2.9e-11 = 0.64 expected in all of them together. A device also asks the packaged bundle and perhaps a delta: tables of at most 20,000 entries
 * have at most a quarter of an entry a bucket, 0.08 each, and the server makes no larger deltas: 0.80 in all. Hosts that are known at build time are
 * compared exactly: a build that gets one of them wrong begins again with another seed. Path rules are asked only on hosts that have some.
 */
export const magic = 0x424c574c
export const formatVersion = 2
export const kinds = { full: 0, delta: 1 } as const
export const headerBytes = 256
export const unsignedBytes = 128
export const digestAt = 128
export const publicKeyAt = 160
export const signatureAt = 192
export const signatureContext = 'lapwing lists 2\n'

export const pageShift = 10
export const bucketsPerPage = 1 << pageShift
export const entriesPerPage = 2 * bucketsPerPage
/** A base with more listed hosts than this becomes a head. */
export const mostUnderBase = 32
/** Tables of no more entries than this have room to spare. */
export const fewEntries = 20_000
export const pageHashBytes = 16
export const blocksAt = 8
export const blockBytes = 10
export const entriesAt = blocksAt + (bucketsPerPage / 16) * blockBytes
/** The largest count of four bits: such a bucket may go on as an overflowing one. */
export const fullBucket = 15
export const frequentSets = 15
export const hasPaths = 1
export const exceptionFlag = 64
export const helpFlag = 128
export const memberMask = 63

/** A table's numbers in the header. */
export interface TableShape {
  readonly entries: number
  readonly pages: number
  readonly buckets: number
  readonly divisor: number
}

/** The header's numbers. Sizes in bytes. */
export interface BundleShape {
  readonly kind: number
  readonly seed: number
  readonly singleLabels: boolean
  readonly hosts: TableShape
  readonly paths: TableShape
  readonly phrases: TableShape
  readonly longestPhrase: number
  readonly slots: number
  readonly sets: number
  readonly memberBytes: number
  readonly nameBytes: number
  readonly factBytes: number
  readonly removed: number
  readonly basePages: number
}

const even = (bytes: number): number => Math.ceil(bytes / 4) * 4

/** How many pages a bundle has. */
export const pagesOf = ({ hosts, paths, phrases }: BundleShape): number =>
  hosts.pages + paths.pages + phrases.pages

/** Where each section of the head starts, in bytes, and where the head ends. */
export function layout(shape: BundleShape) {
  const pages = pagesOf(shape)
  const target = headerBytes + 32
  const pageStarts = target + 32
  const pageHashes = pageStarts + (pages + 1) * 4
  const headHigh = pageHashes + pages * pageHashBytes
  const headLow = headHigh + shape.slots * 4
  const headInfo = headLow + shape.slots * 4
  const codes = headInfo + even(shape.slots * 2)
  const setStarts = codes + 3 * 16 * 2
  const members = setStarts + even((shape.sets + 1) * 2)
  const removedStarts = members + even(shape.memberBytes)
  const removed = removedStarts + (shape.kind === kinds.delta ? (shape.basePages + 1) * 4 : 0)
  const names = removed + even(shape.removed * 2)
  const facts = names + even(shape.nameBytes)
  return {
    baseDigest: headerBytes,
    target,
    pageStarts,
    pageHashes,
    headHigh,
    headLow,
    headInfo,
    codes,
    setStarts,
    members,
    removedStarts,
    removed,
    names,
    facts,
    end: facts + even(shape.factBytes),
  }
}

const Count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** The names file that the same build wrote: its SHA-256, its size, and how many hosts it names. */
export const NamesFact = v.object({ hash: Sha256Hex, bytes: Count, hosts: Count })
export type NamesFact = v.InferOutput<typeof NamesFact>

/** What a bundle says of itself to people. `names` alone is read by devices: the bundle's signature vouches for that file too. */
export const BundleFacts = v.object({
  builtAt: EpochMs,
  sources: v.array(v.object({ name: Text(80), rules: v.number() })),
  names: v.optional(NamesFact),
})
export type BundleFacts = v.InferOutput<typeof BundleFacts>
