import type { Band } from '#shared/domain/audience.ts'

/** How the pictures of this document are watched, as the background left it before this script came. */
export interface Watch {
  readonly token: string
  readonly band: Band
  readonly waits: boolean
}

/** Takes the document's watch; null when there is none, or another script of ours has it already. */
export function takeWatch(): Watch | null {
  const place = globalThis as { lapwingPictures?: Watch | undefined }
  const watch = place.lapwingPictures ?? null
  place.lapwingPictures = undefined
  return watch
}

/** What is found out about a picture. `unknown`: it could not be looked at. */
export interface PictureResult {
  readonly result: 'fine' | 'kept' | 'unknown'
  readonly mayReveal: boolean
  /** The battery is low: no picture is to be looked at before it is in view. */
  readonly sparing?: boolean
}

/** A picture as it is sent to be looked at. */
export type SentPicture = { readonly url: string } | { readonly pixels: string }

/** What the page's scripts need of the extension to have pictures looked at. */
export interface PictureWire {
  /** Rejects when nobody answers. */
  askPicture(picture: SentPicture, use: 'shown' | 'upload'): Promise<PictureResult>
  tellPictureWrong(): Promise<unknown>
}
