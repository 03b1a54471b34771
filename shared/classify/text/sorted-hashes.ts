/** Where `hash` stands in `hashes`, which rise; -1 when it does not. */
export function indexOfHash(hashes: Uint32Array, hash: number): number {
  let low = 0
  let high = hashes.length - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const found = hashes[middle] ?? 0
    if (found === hash) return middle
    if (found < hash) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** Rising hashes from the steps between them, as a model's file holds them. */
export function hashesFrom(steps: Uint32Array): Uint32Array {
  const hashes = new Uint32Array(steps.length)
  let hash = 0
  for (let i = 0; i < steps.length; i++) hashes[i] = hash += steps[i] as number
  return hashes
}

/** The steps between rising hashes. */
export const stepsOf = (hashes: Uint32Array): Uint32Array<ArrayBuffer> =>
  Uint32Array.from(hashes, (hash, i) => hash - (i === 0 ? 0 : (hashes[i - 1] as number)))
