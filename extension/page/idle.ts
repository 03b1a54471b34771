/** Longer than this the reader never keeps a page's own scripts waiting; a task of 8 ms is one that nobody notices. */
const sliceMs = 4
/** Where the next slice comes at once they are short: two in a row, or one with a collection of garbage in it, are one task. */
const idleSliceMs = 2
/** A page that is never idle is read all the same. */
const patienceMs = 1500

/** Begins a slice of time now: a question, whether it is over. */
export function slice(ms = sliceMs): () => boolean {
  const until = performance.now() + ms
  return () => performance.now() >= until
}

/** Answers when the page has nothing better to do: with a question, whether the slice of time is over. */
export async function whenIdle(view: Window & typeof globalThis): Promise<() => boolean> {
  const isIdle = await new Promise<boolean>((resolve) => {
    if ('requestIdleCallback' in view)
      view.requestIdleCallback(({ didTimeout }) => resolve(!didTimeout), { timeout: patienceMs })
    else setTimeout(resolve, 50, false)
  })
  return slice(isIdle ? idleSliceMs : sliceMs)
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
