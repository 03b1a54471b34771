/** What comes, or `late` when it takes longer than this or fails. */
export const inTime = <T>(coming: Promise<T>, patienceMs: number, late: T): Promise<T> =>
  Promise.race([
    coming.catch(() => late),
    new Promise<T>((resolve) => void setTimeout(resolve, patienceMs, late)),
  ])
