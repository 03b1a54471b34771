import type { Band } from '../domain/audience.ts'
import type { CompiledPolicy, Policy } from '../domain/policy.ts'
import { compilePolicy } from './compile.ts'

/** What a new school starts from: the vocabulary's defaults and a British school day. Everything in it can be changed. */
export const baselinePolicy: Policy = {
  schoolName: 'Your school',
  schedule: {
    timeZone: 'Europe/London',
    days: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startsMinute: 8 * 60 + 15, endsMinute: 16 * 60 })),
  },
  actions: [],
  sites: [],
  flags: [],
  search: [],
  neverOpened: [
    'pornography',
    'sexting',
    'grooming',
    'hate',
    'extremism',
    'weapons',
    'self-harm',
    'eating-disorders',
    'nudify',
    'phishing',
    'malware',
    'proxy',
    'illegal-csam',
    'illegal-terrorism',
  ],
  monitorsOutOfHours: false,
  safeguardingContact: '',
}

/** The band a device belongs to until the school says whose it is. */
export const bandBeforeEnrolment: Band = 'y7-y9'

/** What a device goes by until it has its school's policy. */
export const policyBeforeEnrolment: CompiledPolicy = compilePolicy(baselinePolicy, bandBeforeEnrolment, 0)
