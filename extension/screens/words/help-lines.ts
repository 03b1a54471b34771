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
}

/** Numbers and addresses as the services publish them; test/extension/words.test.ts holds the table they are checked against. */
export const helpLines = {
  childline: {
    name: 'Childline',
    call: '0800 1111',
    site: 'https://www.childline.org.uk',
    about: 'Talk to someone about anything, day or night. Up to age 19.',
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
    about: 'Help for young people who think about suicide.',
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
    about: 'Health help now. Choose the mental health option if you need it.',
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
    about: 'Get a nude picture of you taken off the internet. Under 18.',
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
    about: 'If someone is hurting you or somebody you know.',
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
  'stop-hate': {
    name: 'Stop Hate UK',
    call: '0800 138 1625',
    site: 'https://www.stophateuk.org',
    about: 'Help if you are picked on for who you are.',
  },
  gamcare: {
    name: 'National Gambling Helpline',
    call: '0808 8020 133',
    site: 'https://www.gamcare.org.uk',
    about: 'Help with gambling, yours or somebody else\u2019s.',
  },
  fearless: {
    name: 'Fearless',
    call: '0800 555 111',
    site: 'https://www.fearless.org',
    about: 'Tell about crime, knives or violence without giving your name.',
  },
  themix: { name: 'The Mix', site: 'https://www.themix.org.uk', about: 'Support for under-25s.' },
} as const satisfies Record<string, HelpLine>

export type HelpLineId = keyof typeof helpLines

const general: readonly HelpLineId[] = ['childline']

const byCategory: { readonly [Id in CategoryId]?: readonly HelpLineId[] } = {
  'self-harm': ['samaritans', 'childline', 'papyrus', 'shout', 'nhs-111'],
  'eating-disorders': ['beat', 'childline', 'shout'],
  pornography: ['childline', 'report-remove', 'ceop'],
  'sexual-content': ['childline', 'ceop'],
  sexting: ['report-remove', 'ceop', 'childline'],
  nudify: ['report-remove', 'ceop', 'childline'],
  grooming: ['ceop', 'childline', 'nspcc'],
  dating: ['ceop', 'childline'],
  bullying: ['childline', 'bullying-alliance'],
  hate: ['stop-hate', 'childline'],
  extremism: ['act-early', 'childline'],
  violence: ['childline', 'nspcc'],
  weapons: ['fearless', 'childline'],
  drugs: ['frank', 'childline'],
  gambling: ['gamcare', 'childline'],
  'harmful-challenges': ['childline'],
  'illegal-csam': ['ceop', 'childline', 'nspcc'],
  'illegal-terrorism': ['act-early', 'childline'],
}

/** A young child gets one name to remember; it is an adult at school who is named first. */
const youngest: readonly Band[] = ['eyfs-y2']
const grownUp: readonly Band[] = ['staff']

/**
 * The lines to show for what a page is about, the most fitting first; empty when it calls for none.
 * With no category it is somebody who asked for help and gets the general ones.
 */
export function helpLinesFor(category: CategoryId | null, band: Band): readonly HelpLine[] {
  const ids = category === null ? general : (byCategory[category] ?? [])
  if (youngest.includes(band)) return ids.length > 0 ? [helpLines.childline] : []
  const fitting = grownUp.includes(band) ? ids.filter((id) => id !== 'childline') : ids
  return fitting.map((id) => helpLines[id])
}
