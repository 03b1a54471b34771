import { adultHosts } from './adult.ts'
import { bypassHosts } from './bypass.ts'
import { commerceHosts } from './commerce.ts'
import { companionHosts } from './companions.ts'
import { contactHosts } from './contact.ts'
import { dangerHosts } from './danger.ts'
import type { StarterList } from './host-text.ts'
import { learningHosts } from './learning.ts'
import { leisureHosts } from './leisure.ts'
import { publicLifeHosts } from './public-life.ts'
import { sharingHosts } from './sharing.ts'
import { supportHosts } from './support.ts'

/**
 * Well-known hosts by category, packaged so that a device is protected before it is enrolled.
 * Lower case, without `www.`; a host covers its subdomains. A host may carry several categories.
 */
export const starterHosts: StarterList = {
  ...adultHosts,
  ...companionHosts,
  ...dangerHosts,
  ...bypassHosts,
  ...sharingHosts,
  ...contactHosts,
  ...leisureHosts,
  ...commerceHosts,
  ...supportHosts,
  ...learningHosts,
  ...publicLifeHosts,
}
