/** Longer than this the reader never keeps a page's own scripts waiting; a task of 8 ms is one that nobody notices. */
const sliceMs = 2
/** A page that is never idle is read all the same. */
const patienceMs = 1500

/** Begins a slice of time now: a question, whether it is over. */
export function slice(): () => boolean {
  const until = performance.now() + sliceMs
  return () => performance.now() >= until
}

/** Answers when the page has nothing better to do: with a question, whether the slice of time is over. */
export async function whenIdle(view: Window & typeof globalThis): Promise<() => boolean> {
  await new Promise<void>((resolve) => {
    if ('requestIdleCallback' in view) view.requestIdleCallback(() => resolve(), { timeout: patienceMs })
    else setTimeout(resolve, 50)
  })
  return slice()
}

/** Resolves at once in a tab that somebody can see, else when it is shown. Hidden tabs and prerendered pages cost nothing. */
export function whenShown({ document }: Window): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (document.visibilityState === 'hidden') return
      document.removeEventListener('visibilitychange', look)
      resolve()
    }
    document.addEventListener('visibilitychange', look)
    look()
  })
}
