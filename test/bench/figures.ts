/** What is said about a series of measurements, in their own unit. */
export interface Figures {
  readonly runs: number
  readonly least: number
  readonly median: number
  readonly p95: number
  readonly most: number
}

const rounded = (value: number): number => Number(value.toFixed(1))

/** The value below which `share` of the sorted series lies (nearest rank). */
const rank = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN

/** Median and 95th percentile by nearest rank, with the extremes. */
export function figures(series: readonly number[]): Figures {
  const sorted = series.toSorted((a, b) => a - b)
  return {
    runs: sorted.length,
    least: rounded(rank(sorted, 0)),
    median: rounded(rank(sorted, 0.5)),
    p95: rounded(rank(sorted, 0.95)),
    most: rounded(rank(sorted, 1)),
  }
}
