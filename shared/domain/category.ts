import * as v from 'valibot'
import type { Severity } from './severity.ts'

/** What a policy does about a page: let it through, ask the pupil to pause and think, or stop it. */
export const Action = v.picklist(['allow', 'coach', 'block'])
export type Action = v.InferOutput<typeof Action>

/** KCSIE's four areas of risk online. */
export type RiskArea = 'content' | 'contact' | 'conduct' | 'commerce'

/** One row of the vocabulary: the defaults of a category before a school changes them. */
export interface CategoryTraits {
  /** Short name for staff. */
  readonly label: string
  readonly area: RiskArea | null
  /** Default action for EYFS to Year 6, Years 7 to 11, and the sixth form. */
  readonly defaults: readonly [young: Action, middle: Action, sixth: Action]
  /** Severity of a flag for the pupil's own words or deliberate attempt; 0 raises none. */
  readonly flag: 0 | Severity
  /** The school cannot loosen it. */
  readonly locked?: true
  /** Never blocked and never flagged as such. */
  readonly kind?: 'safe'
  /** Help-seeking or identity: never shown on a teacher's tile. */
  readonly private?: true
}

const block3: CategoryTraits['defaults'] = ['block', 'block', 'block']
const blockThenCoach: CategoryTraits['defaults'] = ['block', 'block', 'coach']
const blockCoachAllow: CategoryTraits['defaults'] = ['block', 'coach', 'allow']
const coachFirst: CategoryTraits['defaults'] = ['coach', 'allow', 'allow']
const allow3: CategoryTraits['defaults'] = ['allow', 'allow', 'allow']

const harm = (label: string, area: RiskArea, flag: 0 | Severity, defaults = block3): CategoryTraits => ({
  label,
  area,
  defaults,
  flag,
})
const topic = (label: string, area: RiskArea, defaults: CategoryTraits['defaults']): CategoryTraits => ({
  label,
  area,
  defaults,
  flag: 0,
})
const safe = (label: string): CategoryTraits => ({
  label,
  area: null,
  defaults: allow3,
  flag: 0,
  kind: 'safe',
})

/** The one vocabulary. The order is the order of tables on screen, and of nothing else. */
export const categories = {
  pornography: harm('Pornography', 'content', 2),
  'sexual-content': harm('Sexual content', 'content', 1, blockThenCoach),
  sexting: harm('Sexting and intimate images', 'conduct', 3),
  grooming: harm('Grooming', 'contact', 4, allow3),
  bullying: harm('Bullying', 'conduct', 2, ['coach', 'coach', 'coach']),
  hate: harm('Hate and discrimination', 'content', 2),
  extremism: { ...harm('Extremism', 'content', 3), locked: true },
  violence: harm('Violence', 'content', 2, blockThenCoach),
  weapons: harm('Weapons', 'content', 3),
  'self-harm': harm('Self-harm and suicide', 'content', 4),
  'eating-disorders': harm('Eating disorders', 'content', 3),
  drugs: harm('Drugs, vaping and alcohol', 'content', 2),
  gambling: harm('Gambling', 'commerce', 1),
  profanity: topic('Swearing', 'conduct', coachFirst),
  'harmful-challenges': harm('Harmful challenges', 'content', 2, blockThenCoach),
  misinformation: topic('Misinformation', 'content', ['coach', 'coach', 'allow']),
  dating: harm('Dating and meeting strangers', 'contact', 1),
  nudify: harm('Nudify and deepfake tools', 'conduct', 3),
  'ai-companion': harm('AI companions', 'contact', 1, blockThenCoach),
  'ai-chat': topic('AI assistants', 'content', blockCoachAllow),
  phishing: harm('Phishing and fraud', 'commerce', 1),
  malware: harm('Malware', 'commerce', 1),
  hacking: harm('Hacking tools', 'conduct', 2, blockThenCoach),
  proxy: harm('Filter bypass', 'conduct', 2),
  piracy: harm('Piracy', 'commerce', 1),
  'file-sharing': topic('File sharing', 'conduct', blockCoachAllow),
  downloads: topic('Software downloads', 'commerce', blockCoachAllow),
  'url-shortener': topic('Link shorteners', 'content', blockCoachAllow),
  'social-media': topic('Social media', 'contact', blockThenCoach),
  chat: topic('Chat', 'contact', blockThenCoach),
  'video-calls': topic('Video calls', 'contact', blockThenCoach),
  forums: topic('Forums', 'contact', blockThenCoach),
  blogs: topic('Blogs', 'contact', blockThenCoach),
  games: topic('Games', 'conduct', ['coach', 'coach', 'allow']),
  'video-streaming': topic('Video', 'content', coachFirst),
  music: topic('Music', 'content', coachFirst),
  podcasts: topic('Podcasts', 'content', coachFirst),
  'image-hosting': topic('Image hosting', 'content', coachFirst),
  email: topic('Web mail', 'contact', blockCoachAllow),
  shopping: topic('Shopping', 'commerce', coachFirst),
  advertising: topic('Advertising', 'commerce', coachFirst),
  cryptocurrency: topic('Cryptocurrency', 'commerce', coachFirst),
  'job-search': topic('Job search', 'commerce', coachFirst),
  astrology: topic('Astrology', 'commerce', coachFirst),
  celebrity: topic('Celebrity', 'commerce', coachFirst),
  sport: topic('Sport', 'commerce', coachFirst),
  cheating: topic('Cheating', 'conduct', ['block', 'coach', 'coach']),
  'illegal-csam': { ...harm('Illegal: child sexual abuse', 'content', 4), locked: true },
  'illegal-terrorism': { ...harm('Illegal: terrorism', 'content', 4), locked: true },
  support: { ...safe('Help and support'), private: true },
  education: safe('Education'),
  reference: safe('Reference'),
  news: safe('News'),
  search: safe('Search'),
  government: safe('Government'),
  'child-friendly': safe('Child-friendly'),
} as const satisfies Record<string, CategoryTraits>

export type CategoryId = keyof typeof categories

/** Every id, in the order of the vocabulary. */
export const categoryIds = Object.keys(categories) as [CategoryId, ...CategoryId[]]

/** One of the vocabulary's ids. */
export const CategoryId = v.picklist(categoryIds)

/** The traits of a category, in the general form. */
export const traitsOf = (id: CategoryId): CategoryTraits => categories[id]

/** True when `value` is an id of the vocabulary. */
export const isCategoryId = (value: string): value is CategoryId => Object.hasOwn(categories, value)

/** True for what can hurt a pupil or break a law: everything that raises a flag when a pupil seeks it. A topic such as games is none. */
export const isHarm = (id: CategoryId): boolean => traitsOf(id).flag > 0

/** True for the two that come from the police's and the IWF's own lists: no other list, and no exception, speaks against them. */
export const isIllegal = (id: CategoryId): boolean => id === 'illegal-csam' || id === 'illegal-terrorism'

/** True for what is never blocked and never flagged as such. */
export const isSafe = (id: CategoryId): boolean => traitsOf(id).kind === 'safe'
