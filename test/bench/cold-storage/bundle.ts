/** A bundle as far as storage is concerned: a head and the pages behind it, both of bytes without meaning. */
export interface BundleSize {
  readonly name: string
  readonly headBytes: number
  readonly pages: number
}

/** What a page of the list bundle takes, on average. */
export const pageBytes = 11_264

/** As large as the bundles of one million and of three million hosts. */
export const sizes = {
  million: { name: 'million', headBytes: 40_960, pages: 484 },
  millions: { name: 'millions', headBytes: 98_304, pages: 1466 },
} as const satisfies Record<string, BundleSize>

export type SizeName = keyof typeof sizes

export const totalBytes = ({ headBytes, pages }: BundleSize): number => headBytes + pages * pageBytes

/** Where a page lies: the first byte, and the first byte behind it. */
export function pageRange({ headBytes }: BundleSize, page: number): [from: number, to: number] {
  const from = headBytes + page * pageBytes
  return [from, from + pageBytes]
}

/** Writes a version into the head and into every page, so that a half-written bundle can be told. */
export function stamp(bundle: ArrayBuffer, size: BundleSize, version: number): void {
  const view = new DataView(bundle)
  view.setUint32(0, version)
  for (let page = 0; page < size.pages; page += 1) view.setUint32(pageRange(size, page)[0], version)
}

/** The version in a head or a page. */
export const stampOf = (part: ArrayBuffer): number => new DataView(part).getUint32(0)
