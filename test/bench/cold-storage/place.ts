import type { BundleSize } from './bundle.ts'

/** A bundle that has been opened: its head is in memory, its pages are not. */
export interface OpenedBundle {
  readonly head: ArrayBuffer
  page(number: number): Promise<ArrayBuffer>
}

/** Somewhere to keep a bundle, and how to read it from there. */
export interface Place {
  /** Null where only a new version of the extension can change it. */
  readonly write: ((size: BundleSize, bundle: ArrayBuffer) => Promise<void>) | null
  /** @param opened called when whatever has to be opened is open and the head has not been asked for yet */
  open(size: BundleSize, opened: () => void): Promise<OpenedBundle>
}
