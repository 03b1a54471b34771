import type { Shower } from './images-found.ts'

/** Pictures are looked at a little before they come into view. */
const nearby = '400px'

/** Which elements it is time to look at: those near the view, and while the battery is spared only those in it. */
export interface Due {
  /** Tells of an element once it is near the view; anew of one that is followed already. */
  follow(shower: Shower): void
  /** False for what may come into view but has not, while the battery is spared: it will be told of again then. */
  isDue(shower: Shower): boolean
  spare(isSparing: boolean): void
}

/** @param tell may be told of the same element again and again */
export function watchDue(tell: (shower: Shower) => void): Due {
  const near = new Set<Shower>()
  const inView = new Set<Shower>()
  let isSparing = false

  const seeing = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (note(inView, target as Shower, isIntersecting)) tell(target as Shower)
    }
  })
  const nearing = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const isNear = note(near, target as Shower, isIntersecting)
        if (isSparing) see(target as Shower, isNear)
        if (isNear) tell(target as Shower)
      }
    },
    { rootMargin: nearby },
  )
  function see(shower: Shower, isNear: boolean): void {
    if (isNear) return seeing.observe(shower)
    seeing.unobserve(shower)
    inView.delete(shower)
  }

  return {
    follow(shower) {
      nearing.unobserve(shower)
      nearing.observe(shower)
    },
    isDue: (shower) => !isSparing || inView.has(shower),
    spare(wanted) {
      if (wanted === isSparing) return
      isSparing = wanted
      for (const shower of near) see(shower, isSparing)
      if (!isSparing) for (const shower of near) tell(shower)
    },
  }
}

function note(among: Set<Shower>, shower: Shower, isThere: boolean): boolean {
  if (isThere) among.add(shower)
  else among.delete(shower)
  return isThere
}
