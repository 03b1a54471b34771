import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** A file in a buffer of its own that is exactly as long. */
export function readWhole(file: string): Uint8Array<ArrayBuffer> {
  const handle = openSync(file, 'r')
  const bytes = new Uint8Array(fstatSync(handle).size)
  readInto(handle, bytes, 0)
  closeSync(handle)
  return bytes
}

/** Fills `bytes` from `position` of an open file on. Throws when the file ends before. */
export function readInto(handle: number, bytes: Uint8Array, position: number): void {
  for (let done = 0; done < bytes.length;) {
    const read = readSync(handle, bytes, done, bytes.length - done, position + done)
    if (read === 0) throw new RangeError('the file is shorter than it says')
    done += read
  }
}
