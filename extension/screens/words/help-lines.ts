import type { Band } from '#shared/domain/audience.ts'
import type { CategoryId } from '#shared/domain/category.ts'

/** A help line or service in the United Kingdom. */
export interface HelpLine {
  readonly name: string
  /** Free to call, unless `charged`. */
  readonly call?: string
  readonly charged?: true
  readonly text?: { readonly number: string; readonly word?: string }
  readonly site: string
  /** What it is for, in few and plain words. */
  readonly about: string
  /** Shown to pupils and visitors only, or to staff only. */
  readonly only?: 'pupils' | 'staff'
}

/** Numbers and addresses as the services publish them. */
export const helpLines = {
  childline: {
    name: 'Childline',
    call: '0800 1111',
    site: 'https://www.childline.org.uk',
    about: 'Talk to someone about anything, day or night. For anyone under 19.',
    only: 'pupils',
  },
  samaritans: {
    name: 'Samaritans',
    call: '116 123',
    site: 'https://www.samaritans.org',
    about: 'Someone to listen, day or night.',
  },
  papyrus: {
    name: 'Papyrus HOPELINE247',
    call: '0800 068 4141',
    text: { number: '88247' },
    site: 'https://www.papyrus-uk.org',
    about: 'For young people who think about suicide, and anyone worried about one.',
  },
  shout: {
    name: 'Shout',
    text: { number: '85258', word: 'SHOUT' },
    site: 'https://giveusashout.org',
    about: 'Help by text message, day or night.',
  },
  'nhs-111': {
    name: 'NHS 111',
    call: '111',
    site: 'https://111.nhs.uk',
    about: 'Health help, day or night. There is a mental health option.',
  },
  beat: {
    name: 'Beat',
    site: 'https://www.beateatingdisorders.org.uk',
    about: 'Help with eating and how you feel about food.',
  },
  frank: {
    name: 'FRANK',
    call: '0300 123 6600',
    charged: true,
    text: { number: '82111' },
    site: 'https://www.talktofrank.com',
    about: 'Honest facts and help about drugs.',
  },
  'report-remove': {
    name: 'Report Remove',
    site: 'https://www.childline.org.uk/remove',
    about: 'Get a nude picture of you taken off the internet. For anyone under 18.',
    only: 'pupils',
  },
  ceop: {
    name: 'CEOP',
    site: 'https://www.ceop.police.uk/ceop-reporting',
    about: 'Tell the police if someone online frightens you or asks you for something sexual.',
  },
  nspcc: {
    name: 'NSPCC',
    call: '0808 800 5000',
    site: 'https://www.nspcc.org.uk',
    about: 'If someone is hurting a child, or may be.',
  },
  posh: {
    name: 'Professionals Online Safety Helpline',
    call: '0344 381 4772',
    charged: true,
    site: 'https://saferinternet.org.uk/professionals-online-safety-helpline',
    about: 'Advice on online safety for people who work with children.',
    only: 'staff',
  },
  'bullying-alliance': {
    name: 'Anti-Bullying Alliance',
    site: 'https://anti-bullyingalliance.org.uk',
    about: 'What to do about bullying.',
  },
  'act-early': {
    name: 'ACT Early',
    call: '0800 011 3764',
    site: 'https://actearly.uk',
    about: 'If you fear that somebody is being drawn into extremism.',
  },
  'true-vision': {
    name: 'True Vision',
    site: 'https://www.report-it.org.uk',
    about: 'Tell the police about hate, online or anywhere.',
  },
  gamcare: {
    name: 'National Gambling Helpline',
    call: '0808 8020 133',
    site: 'https://www.gamcare.org.uk',
    about: 'Help with gambling, day or night.',
  },
  fearless: {
    name: 'Fearless',
    call: '0800 555 111',
    site: 'https://www.fearless.org',
    about: 'Tell about knives, violence or crime without giving your name.',
  },
} as const satisfies Record<string, HelpLine>

export type HelpLineId = keyof typeof helpLines

const general: readonly HelpLineId[] = ['childline', 'samaritans', 'shout']

const byCategory: { readonly [Id in CategoryId]?: readonly HelpLineId[] } = {
  'self-harm': ['samaritans', 'childline', 'papyrus', 'shout', 'nhs-111'],
  'eating-disorders': ['beat', 'childline', 'shout'],
  pornography: ['childline', 'report-remove', 'ceop', 'posh'],
  'sexual-content': ['childline', 'ceop', 'posh'],
  sexting: ['report-remove', 'ceop', 'childline', 'posh'],
  nudify: ['report-remove', 'ceop', 'childline', 'posh'],
  grooming: ['ceop', 'childline', 'nspcc', 'posh'],
  dating: ['ceop', 'childline'],
  bullying: ['childline', 'bullying-alliance'],
  hate: ['true-vision', 'childline'],
  extremism: ['act-early', 'childline'],
  violence: ['childline', 'nspcc'],
  weapons: ['fearless', 'childline'],
  drugs: ['frank', 'childline'],
  gambling: ['gamcare', 'childline'],
  'harmful-challenges': ['childline', 'posh'],
  'illegal-csam': ['ceop', 'childline', 'nspcc', 'posh'],
  'illegal-terrorism': ['act-early', 'childline'],
}

/**
 * The lines to show for what a page is about, the most fitting first; empty when it calls for none. With no category it is somebody
 * who looks for help in general. Nursery to Year 2 get one name to remember, after the adult at school.
 */
export function helpLinesFor(category: CategoryId | null, band: Band): readonly HelpLine[] {
  const lines = (category === null ? general : (byCategory[category] ?? [])).map(
    (id): HelpLine => helpLines[id],
  )
  if (lines.length > 0 && band === 'eyfs-y2') return [helpLines.childline]
  const other = band === 'staff' ? 'pupils' : 'staff'
  return lines.filter(({ only }) => only !== other)
}
