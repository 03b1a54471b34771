import type { Span } from './reading.ts'

/** What gives away who or where somebody is. */
export type PersonalDetail = 'phone' | 'address' | 'e-mail' | 'school' | 'birthday'

export interface FoundDetail {
  readonly detail: PersonalDetail
  readonly span: Span
}

const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const street =
  '(?:road|rd|street|st|avenue|ave|lane|ln|close|drive|crescent|cres|court|gardens|grove|terrace|place|square|hill|mews|park|way|walk|row|rise|view)'
const school = '(?:school|academy|college|high|primary|grammar|infants?|juniors?|sixth form)'
/** Words that stand before `school` and name none. */
const noName =
  '(?!(?:my|the|a|an|our|your|this|that|some|any|every|no|big|new|old|high|primary|secondary|middle|private|public|after|art|law|med|medical|online|local|same|best)\\b)'
/** One word of a school’s name: a sentence that goes on about something else, up to a school, names none. */
const nameWord =
  "(?:(?!(?:school|at|by|for|with|from|but|because|when|after|before|my|our|your|new|every)\\b)[\\p{L}.'’]+\\s+)"

/**
 * United Kingdom forms, written about oneself. What stands in a text without a hint that it is the writer’s own is no detail: a
 * historian’s dates, a shop’s address and a help line’s number are written every day.
 */
const forms: readonly (readonly [PersonalDetail, RegExp])[] = [
  // Mobile numbers are somebody’s own: 07 and nine digits, or +44 7. Landlines need to be called one’s own.
  ['phone', /(?<![\d+])(?:\+44\s?\(?0?\)?\s?|0)7\d(?:[\s.-]?\d){8}(?!\d)/giu],
  [
    'phone',
    /\b(?:my|our)\s+(?:(?:home|house|new|phone|mobile|landline)\s+){0,2}(?:number|phone|num|no|digits)\b[\s:,'’is-]{0,8}(?:\+44\s?|0)\d(?:[\s.-]?\d){8,9}(?!\d)/giu,
  ],
  [
    'address',
    new RegExp(
      `\\b(?:(?:i|we)(?:['’]?m|['’]?re| am| are)?\\s+(?:live|living|staying|stay)\\s+(?:at|in|on)|(?:my|our)\\s+(?:home\\s+)?(?:address|house|flat|place)\\s+is|come\\s+(?:over\\s+)?to|meet\\s+(?:me\\s+)?at)\\s+(?:flat\\s+\\d+\\w?,?\\s+)?(?:no\\.?\\s*|number\\s+)?\\d{1,4}\\w?,?\\s+(?:[\\p{L}'’]+\\s+){1,4}${street}\\b`,
      'giu',
    ),
  ],
  // A house number, a street and a postcode together are an address whoever says so.
  [
    'address',
    new RegExp(
      `\\b\\d{1,4}\\w?,?\\s+(?:[\\p{L}'’]+\\s+){1,3}${street}\\b[^\\n]{0,60}?\\b[a-z]{1,2}\\d[a-z\\d]?\\s?\\d[a-z]{2}\\b`,
      'giu',
    ),
  ],
  ['address', /\b(?:my|our)\s+post\s?code\s*(?:is|:|=|['’]s)?\s*[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}\b/giu],
  [
    'e-mail',
    /\b(?:my|our)\s+(?:\w+\s+)?e-?mail(?:\s+address)?\s*(?:is|:|=|['’]s)?\s*[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,24}){1,3}/giu,
  ],
  [
    'school',
    new RegExp(
      `\\b(?:(?:i|we)\\s+(?:go|went|study|am|['’]?m)\\s+(?:to|at)|my\\s+school\\s+is(?:\\s+called)?|(?:i|we)['’]?(?:m|re)\\s+(?:in\\s+year\\s+\\d{1,2}\\s+)?at)\\s+(?:the\\s+)?${noName}${nameWord}{1,5}?${school}\\b`,
      'giu',
    ),
  ],
  [
    'birthday',
    new RegExp(
      `\\b(?:my\\s+(?:birthday|b-?day|bday|dob|date of birth)\\s*(?:is|:|=|['’]s)?(?:\\s+on)?|(?:i\\s+was|i['’]?m)\\s+born(?:\\s+on)?)\\s*(?:the\\s+)?(?:\\d{1,2}\\s*[./-]\\s*\\d{1,2}(?:\\s*[./-]\\s*(?:19|20)?\\d{2})?|\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${month}|${month}\\s+\\d{1,2}(?:st|nd|rd|th)?)`,
      'giu',
    ),
  ],
]

/** Longer texts are looked at from their end: what is being written. */
const longest = 4000

/** The personal details that a text gives away, in the order of the table; each with its place in the text in UTF-16 units. */
export function personalDetails(text: string): FoundDetail[] {
  const from = Math.max(0, text.length - longest)
  const part = text.slice(from)
  return forms.flatMap(([detail, form]) =>
    [...part.matchAll(form)].map((match) => ({
      detail,
      span: { start: from + match.index, end: from + match.index + match[0].length },
    })),
  )
}
