/**
 * The few classes of the URL, Encoding, File API and Compression Streams standards that every runtime Lapwing meets has built in (browsers, workers, Node).
 * They are pure, so `shared/` may use them although its compiler knows neither DOM nor Node.
 */
declare class URL {
  constructor(url: string, base?: string | URL)
  static canParse(url: string, base?: string): boolean
  readonly href: string
  readonly origin: string
  readonly protocol: string
  readonly username: string
  readonly password: string
  readonly host: string
  readonly hostname: string
  readonly port: string
  readonly pathname: string
  readonly search: string
  readonly hash: string
  readonly searchParams: URLSearchParams
}

declare class URLSearchParams implements Iterable<[string, string]> {
  constructor(init?: string | Record<string, string>)
  get(name: string): string | null
  has(name: string): boolean
  [Symbol.iterator](): IterableIterator<[string, string]>
}

declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>
}

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean })
  decode(bytes: ArrayBufferView | ArrayBuffer): string
}

declare class Blob {
  constructor(parts: readonly Uint8Array<ArrayBuffer>[])
  stream(): ByteStream
}

interface ByteStream {
  pipeThrough(transform: DecompressionStream): ByteStream
  getReader(): ByteReader
}

interface ByteReader {
  read(): Promise<{ done: true; value?: undefined } | { done: false; value: Uint8Array<ArrayBuffer> }>
  cancel(): Promise<void>
}

declare class DecompressionStream {
  readonly readable: unknown
  constructor(format: 'gzip')
}
