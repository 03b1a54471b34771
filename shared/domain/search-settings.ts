import * as v from 'valibot'
import { Band } from './audience.ts'

/** YouTube's Restricted Mode, by the levels that YouTube knows. `off` leaves the choice to whoever watches. */
export const YouTubeRestriction = v.picklist(['strict', 'moderate', 'off'])
export type YouTubeRestriction = v.InferOutput<typeof YouTubeRestriction>

/** What search engines and YouTube are asked to leave out, for one band. */
export const SearchSettings = v.strictObject({ safeSearch: v.boolean(), youTube: YouTubeRestriction })
export type SearchSettings = v.InferOutput<typeof SearchSettings>

/** A departure from `defaultSearch`, for some bands (empty means all). What is null stays as it was. */
export const SearchRule = v.strictObject({
  safeSearch: v.nullable(v.boolean()),
  youTube: v.nullable(YouTubeRestriction),
  bands: v.pipe(v.array(Band), v.readonly()),
})
export type SearchRule = v.InferOutput<typeof SearchRule>

/**
 * YouTube's strict level also hides much that teachers show, and all comments: up to Year 6 the lesson can do without, later it cannot.
 * Staff look for what they want to show.
 */
const youTubeDefaults: Readonly<Record<Band, YouTubeRestriction>> = {
  'eyfs-y2': 'strict',
  'y3-y6': 'strict',
  'y7-y9': 'moderate',
  'y10-y11': 'moderate',
  sixth: 'moderate',
  staff: 'off',
  visitor: 'moderate',
}

/** What holds for a band where the school has said nothing: safe search for everybody. */
export const defaultSearch = (band: Band): SearchSettings => ({
  safeSearch: true,
  youTube: youTubeDefaults[band],
})
