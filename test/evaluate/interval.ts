/** A part of a number of cases. */
export interface Share {
  readonly of: number
  readonly hit: number
}

const z = 1.96

/** The range in which the true share lies with 95% certainty (Wilson's), as parts of one. */
export function wilson({ of, hit }: Share): readonly [low: number, high: number] {
  if (of === 0) return [0, 1]
  const share = hit / of
  const middle = (share + (z * z) / (2 * of)) / (1 + (z * z) / of)
  const half = (z / (1 + (z * z) / of)) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))
  return [Math.max(0, middle - half), Math.min(1, middle + half)]
}

const percent = (part: number): string => (100 * part).toFixed(part < 0.1 ? 2 : 1)

/** Which part of `items` is so. */
export const shareOf = <Item>(items: readonly Item[], isSo: (item: Item) => boolean): Share => ({
  of: items.length,
  hit: items.filter((item) => isSo(item)).length,
})

/** Such as `96.2% (152/158; 92.0–98.3)`. */
export function inWords(share: Share): string {
  const [low, high] = wilson(share)
  const own = share.of === 0 ? '–' : `${percent(share.hit / share.of)}%`
  return `${own} (${share.hit}/${share.of}; ${percent(low)}–${percent(high)})`
}

/** The chance that a random one of `risky` scores above a random one of `innocent`, ties by half: the area under the ROC curve. */
export function areaUnderCurve(risky: readonly number[], innocent: readonly number[]): number {
  const all = [
    ...risky.map((score) => ({ score, isRisky: true })),
    ...innocent.map((score) => ({ score, isRisky: false })),
  ]
  all.sort((a, b) => a.score - b.score)
  let sum = 0
  for (let from = 0; from < all.length;) {
    let to = from
    while (to < all.length && all[to]?.score === all[from]?.score) to++
    const rank = (from + 1 + to) / 2
    sum += rank * all.slice(from, to).filter(({ isRisky }) => isRisky).length
    from = to
  }
  return (sum - (risky.length * (risky.length + 1)) / 2) / (risky.length * innocent.length)
}

/** The area with the range in which the true one lies with 95% certainty (Hanley and McNeil's), such as `0.912 (0.871–0.953)`. */
export function areaInWords(risky: readonly number[], innocent: readonly number[]): string {
  if (risky.length === 0 || innocent.length === 0) return '–'
  const area = areaUnderCurve(risky, innocent)
  const pair = area / (2 - area) - area * area
  const other = (2 * area * area) / (1 + area) - area * area
  const spread =
    (area * (1 - area) + (risky.length - 1) * pair + (innocent.length - 1) * other) /
    (risky.length * innocent.length)
  const half = z * Math.sqrt(spread)
  const [low, high] = [Math.max(0, area - half), Math.min(1, area + half)]
  return `${area.toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`
}

/** Which part of `risky` is found where `falseRate` of `innocent` pass. */
export function recallAt(falseRate: number, risky: readonly number[], innocent: readonly number[]): Share {
  const falling = innocent.toSorted((a, b) => b - a)
  const threshold = falling[Math.floor(falseRate * falling.length)] ?? 0
  return { of: risky.length, hit: risky.filter((score) => score > threshold).length }
}
