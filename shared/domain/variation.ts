import type { Band } from './audience.ts'
import type { Action, CategoryId } from './category.ts'
import type { Decision } from './decision.ts'
import type { Period } from './period.ts'

/** One thing that could be otherwise when something is decided. */
export type Variation =
  | { readonly kind: 'band'; readonly band: Band }
  | { readonly kind: 'period'; readonly period: Period }
  /** A teacher opens the site for the lesson. */
  | { readonly kind: 'site-opened'; readonly site: string }
  /** The lesson's scene opens a category. */
  | { readonly kind: 'category-opened'; readonly category: CategoryId }
  /** The pupil goes on after the pause page. */
  | { readonly kind: 'went-on' }
  /** The policy has another action for a category, for this band and period. */
  | { readonly kind: 'action'; readonly category: CategoryId; readonly action: Action }
  /** The school has a rule of its own for the site. */
  | { readonly kind: 'site-rule'; readonly site: string; readonly effect: 'allow' | 'block' }
  /** The policy raises no flag for a category. */
  | { readonly kind: 'no-flag'; readonly category: CategoryId }
  /** The policy monitors out of hours, or stops to. */
  | { readonly kind: 'monitoring'; readonly outOfHours: boolean }

/** What is decided when one thing is otherwise. */
export interface Varied extends Pick<Decision, 'action' | 'reason' | 'flag'> {
  readonly variation: Variation
}
