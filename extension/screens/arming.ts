import { onScopeDispose, watch } from 'vue'

/** Long enough that a click aimed at the page before does not land here, short enough that nobody notices. */
const armDelayMs = 500

/**
 * Lets an action through only when a person pressed: the event is the browser's own, and what is shown has been in view for
 * 500 ms. A click placed before the screen appeared, or made by a script, does nothing.
 * @param shown what the buttons belong to: when it changes, the wait begins anew
 */
export function useArming(shown: () => unknown = () => null): (event: Event, act: () => void) => void {
  let inViewSince = performance.now()
  const restart = (): void => {
    inViewSince = performance.now()
  }
  watch(shown, restart, { flush: 'post' })
  document.addEventListener('visibilitychange', restart)
  onScopeDispose(() => document.removeEventListener('visibilitychange', restart))
  return (event, act) => {
    const armed = performance.now() - inViewSince >= armDelayMs && document.visibilityState === 'visible'
    if (event.isTrusted && armed) act()
  }
}
