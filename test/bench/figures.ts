/** What is said about a series of measurements, in their own unit. */
export interface Figures {
  readonly runs: number
  readonly least: number
  readonly median: number
  readonly p95: number
  readonly most: number
}

/** The value below which `share` of the sorted series lies (nearest rank). */
const rank = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN

/** Median and 95th percentile by nearest rank, with the extremes, rounded to so many decimals. */
export function figures(series: readonly number[], decimals = 1): Figures {
  const sorted = series.toSorted((a, b) => a - b)
  const rounded = (share: number): number => Number(rank(sorted, share).toFixed(decimals))
  return {
    runs: sorted.length,
    least: rounded(0),
    median: rounded(0.5),
    p95: rounded(0.95),
    most: rounded(1),
  }
}
