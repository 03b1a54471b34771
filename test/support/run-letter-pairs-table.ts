import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { pairSigns, signOf } from '#shared/classify/url/random-looking.ts'

/**
 * Prints the table of shared/classify/url/letter-pairs.ts: how usual it is that one sign follows another in the names of sites, from a
 * folder of host lists (`*.txt.gz`), the argument. A digit for each pair: 9 and the binary logarithm of the share, at least 0.
 */
const folder = process.argv[2] ?? '../shared/data/lists/popular'
const countrySeconds = /^(?:com?|org|net|gov|edu|ac)$/
const names = new Set<string>()
for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt.gz'))) {
  for (const host of gunzipSync(readFileSync(join(folder, file)))
    .toString()
    .split('\n')) {
    const labels = host.trim().toLowerCase().split('.')
    const second = labels.at(-2) ?? ''
    const name = countrySeconds.test(second) && labels.length > 2 ? (labels.at(-3) ?? '') : second
    if (/^[a-z0-9-]+$/.test(name) && !name.startsWith('xn--')) names.add(name)
  }
}

const counts = new Float64Array(pairSigns * pairSigns).fill(0.5)
for (const name of names) {
  const framed = `-${name}-`
  for (let at = 1; at < framed.length; at++) {
    const pair = signOf(framed.charCodeAt(at - 1)) * pairSigns + signOf(framed.charCodeAt(at))
    counts[pair] = (counts[pair] ?? 0) + 1
  }
}
for (let first = 0; first < pairSigns; first++) {
  const row = counts.subarray(first * pairSigns, (first + 1) * pairSigns)
  const sum = row.reduce((total, count) => total + count, 0)
  const digits = Array.from(row, (count) => Math.max(0, Math.min(9, Math.round(9 + Math.log2(count / sum)))))
  process.stdout.write(`  '${digits.join('')}',\n`)
}
