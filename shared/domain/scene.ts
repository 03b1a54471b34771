import * as v from 'valibot'
import { Text } from '../base/fields.ts'
import { CategoryId } from './category.ts'

/** What a lesson allows beyond, or instead of, the policy. */
export const Scene = v.strictObject({
  name: Text(60),
  /** Categories opened for the lesson. Locked ones and those the policy never opens stay shut. */
  openCategories: v.pipe(v.array(CategoryId), v.maxLength(60)),
  /** Host or host/path rules opened for the lesson. */
  openSites: v.pipe(v.array(Text(300)), v.maxLength(50)),
  /** True: nothing but `openSites` and help lines. */
  onlyThese: v.boolean(),
})
export type Scene = v.InferOutput<typeof Scene>

/** The scene of a lesson that changes nothing. */
export const openScene: Scene = { name: 'Open', openCategories: [], openSites: [], onlyThese: false }
