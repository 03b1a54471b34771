/** What a coloured thing says: nothing in particular, news, all well, take care, something is wrong, ours. */
export type Tone = 'neutral' | 'info' | 'good' | 'warn' | 'danger' | 'brand'

/** A step on the four-step scale, 4 the most serious. */
export type Level = 1 | 2 | 3 | 4
