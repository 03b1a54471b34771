/** Runs tasks one after another, in the order asked for; a task that fails fails only for who asked. */
export function oneAtATime(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (task) => {
    const mine = last.then(task, task)
    // The caller has the failure; the next task only waits for the end of this one.
    last = mine.catch(() => undefined)
    return mine
  }
}
