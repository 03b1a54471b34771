import { textLabels } from './labels.ts'

/**
 * What a phrase shows: a label with a tier (1 a cue, 2 strong, 3 nearly always; 0 an exception, within which the label's phrases do not count),
 * or one of the model's cues. As a number: `label * 4 + tier`, then the cues.
 */
export type Concept = number

export const firstCue = textLabels.length * 4
export const conceptOf = (label: number, tier: number): Concept => label * 4 + tier
export const isCue = (concept: Concept): boolean => concept >= firstCue
export const labelOf = (concept: Concept): number => concept >> 2
export const tierOf = (concept: Concept): number => concept & 3
