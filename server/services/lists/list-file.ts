import { open } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import { err, ok, type Result } from '#shared/base/result.ts'
import { LineCutter, type LineReader } from './list-lines.ts'

/** How much of a file is looked at to see what it is, in bytes. */
const sniffed = 65_536
const errorPage = /^\s*<[a-z!?]/i
const jsonAnswer = /^\s*\{\s*"|^\s*\[\s*(?:\{|")/

/**
 * Reads a published file line by line in memory that does not grow with it: plain or gzip (told by its bytes, not its name), UTF-8 or
 * UTF-16 with a byte order mark. The error is a sentence about what is wrong with the whole file: a web page instead of a list, a
 * broken gzip, more than `mostBytes` unpacked. Lines that were read before an error came up must be forgotten by the caller.
 * @param mostBytes bound of the unpacked size, in bytes
 */
export async function readListFile(path: string, mostBytes: number, read: LineReader): Promise<Result<null>> {
  const file = await open(path)
  try {
    const magic = new Uint8Array(2)
    const { bytesRead } = await file.read(magic, 0, 2, 0)
    const packed = bytesRead === 2 && magic[0] === 0x1f && magic[1] === 0x8b
    const bytes = file.createReadStream({ start: 0, highWaterMark: 262_144, autoClose: false })
    const gunzip = packed ? createGunzip({ chunkSize: 262_144 }) : null
    if (gunzip) bytes.on('error', (error) => gunzip.destroy(error)).pipe(gunzip)
    return await readChunks(gunzip ?? bytes, mostBytes, read)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    const code = String(error.code)
    if (!code.startsWith('Z_')) throw error
    return err(
      code === 'Z_BUF_ERROR'
        ? 'it is a gzip file that was cut off'
        : `it is a broken gzip file (${error.message})`,
    )
  } finally {
    await file.close()
  }
}

async function readChunks(
  chunks: AsyncIterable<Buffer>,
  mostBytes: number,
  read: LineReader,
): Promise<Result<null>> {
  const cutter = new LineCutter(read)
  let total = 0
  let head: Buffer = Buffer.alloc(0)
  let decoder: Decoder | null = null
  for await (const chunk of chunks) {
    total += chunk.length
    if (total > mostBytes) return err(`it is larger than ${mostBytes} bytes when unpacked`)
    if (decoder) {
      cutter.push(decoder(chunk))
      continue
    }
    head = head.length === 0 ? chunk : Buffer.concat([head, chunk])
    if (head.length < sniffed) continue
    const problem = problemOf(head)
    if (problem !== null) return err(problem)
    decoder = decoderFor(head)
    cutter.push(decoder(head.subarray(markLength(head))))
  }
  if (!decoder) {
    if (head.length === 0) return err('it is empty')
    const problem = problemOf(head)
    if (problem !== null) return err(problem)
    cutter.push(decoderFor(head)(head.subarray(markLength(head))))
  }
  cutter.end()
  return ok(null)
}

type Decoder = (chunk: Uint8Array) => Uint8Array

const utf16Of = (head: Uint8Array): 'utf-16le' | 'utf-16be' | null =>
  head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : null

const markLength = (head: Uint8Array): number =>
  utf16Of(head) !== null ? 2 : head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0

/** Brings chunks to UTF-8, which nearly all lists are in already. */
function decoderFor(head: Uint8Array): Decoder {
  const utf16 = utf16Of(head)
  if (utf16 === null) return (chunk) => chunk
  const decoder = new TextDecoder(utf16)
  return (chunk) => Buffer.from(decoder.decode(chunk, { stream: true }))
}

function problemOf(head: Uint8Array): string | null {
  const start = head.subarray(markLength(head), sniffed)
  const text = new TextDecoder(utf16Of(head) ?? 'utf-8').decode(start)
  if (errorPage.test(text)) return 'it is a web page, not a list'
  if (jsonAnswer.test(text)) return 'it is an answer in JSON, not a list'
  return null
}
