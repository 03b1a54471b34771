/** What comes, or `late` when it takes longer than this or fails. */
export function inTime<T>(coming: Promise<T>, patienceMs: number, late: T): Promise<T> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(late), patienceMs)
    coming
      .catch(() => late)
      .then((value) => {
        clearTimeout(timer)
        resolve(value)
      })
      // Neither step can fail.
      .catch(() => undefined)
  })
}
