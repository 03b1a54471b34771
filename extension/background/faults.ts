/** What a person should see is wrong with this device, in words for staff. One sentence per subject. */
export interface Faults {
  raise(subject: string, words: string): void
  clear(subject: string): void
  has(subject: string): boolean
  list(): string[]
}

/** @param changed called when the list of sentences is another one */
export function createFaults(changed: () => void): Faults {
  const faults = new Map<string, string>()
  return {
    raise(subject, words) {
      if (faults.get(subject) === words) return
      faults.set(subject, words.slice(0, 200))
      changed()
    },
    clear(subject) {
      if (faults.delete(subject)) changed()
    },
    has: (subject) => faults.has(subject),
    list: () => [...faults.values()],
  }
}
