import type { Band } from '#shared/domain/audience.ts'
import type { NudgeKind } from '#shared/domain/nudge.ts'

/** A private hint before somebody posts: a question more than a rule. */
export interface NudgeWords {
  readonly title: string
  readonly lines: readonly string[]
  readonly close: string
  /** Who sees it. */
  readonly who: string
}

type Told = readonly [title: string, ...lines: string[]]

interface Voice {
  readonly told: Readonly<Record<NudgeKind, Told>>
  readonly close: string
  /** Of hints that nobody hears of. */
  readonly private: string
  /** Of words that somebody who helps may be told of. */
  readonly cared: string
}

const infant: Voice = {
  told: {
    hurtful: ['Stop and think', 'Could these words make someone sad?'],
    rude: ['Stop and think', 'Are these kind words?'],
    personal: ['Stop and think', 'Do not tell people online where you live or your phone number.'],
    'named-picture': ['Stop and think', 'Do not put your whole name, or a friend’s, with a picture.'],
    unsafe: ['Tell a grown-up', 'Show this to a grown-up you trust. You have done nothing wrong.'],
    risky: ['Stop and think', 'This could hurt you or someone else. Ask a grown-up you trust.'],
    help: ['Are you OK?', 'Tell a grown-up you trust. They want to help you.'],
  },
  close: 'OK',
  private: 'Only you can see this.',
  cared: 'A grown-up at school is told so that they can help you.',
}

const junior: Voice = {
  told: {
    hurtful: [
      'Think before you post',
      'How would you feel if someone wrote this to you?',
      'You can still change it.',
    ],
    rude: ['Think before you post', 'Is there a kinder way to say it?'],
    personal: [
      'Think before you share',
      'This may tell people who you are or where to find you.',
      'Leave out your address, your phone number, your school and your birthday.',
    ],
    'named-picture': [
      'Think before you share',
      'A picture with your whole name lets people you do not know find you.',
      'Leave out the picture, or use a first name or a nickname. It is the same for your friends.',
    ],
    unsafe: [
      'Is this safe?',
      'You never have to send pictures, keep secrets or meet someone you only know online.',
      'Tell an adult you trust. You are not in trouble.',
    ],
    risky: [
      'Think before you do it',
      'This could get you or somebody else hurt or into trouble.',
      'If someone asks you to join in, you can say no and tell an adult you trust.',
    ],
    help: ['Are you OK?', 'You do not have to feel like this alone. People want to help you.'],
  },
  close: 'OK, I will think about it',
  private: 'Only you can see this. Nobody has been told.',
  cared: 'An adult at school is told, so that they can help. You are not in trouble.',
}

const middle: Voice = {
  told: {
    hurtful: [
      'Think before you post',
      'These words could really hurt somebody, and they can be shared and kept.',
      'How would you feel if they were about you? You can still change them.',
    ],
    rude: ['Think before you post', 'Would you say it like this with your form tutor in the room?'],
    personal: [
      'Think before you share',
      'This may give away who you are or where to find you. Are you sure who will read it?',
    ],
    'named-picture': [
      'Think before you share',
      'A full name and a photo together make it easy for anybody to find you, or whoever is in it.',
      'A first name or a nickname does just as well.',
    ],
    unsafe: [
      'Is this safe?',
      'Nobody may push you to send pictures, keep secrets or meet up. You can stop at any time.',
      'It is not your fault, and you can talk to somebody about it.',
    ],
    risky: [
      'Think it through',
      'This can do real harm, to you or to somebody else, and what is written can be kept.',
      'If it worries you, or somebody pushes you into it, there are people you can talk to.',
    ],
    help: ['Are you OK?', 'It sounds as if things are hard. You do not have to deal with them alone.'],
  },
  close: 'OK, I’ll think about it',
  private: 'Only you can see this. Nobody has been told.',
  cared: 'The safeguarding team is told, so that they can help. You are not in trouble.',
}

const older: Voice = {
  told: {
    hurtful: [
      'Think before you post',
      'This could hurt somebody, and it can be copied and kept. Is it what you want to be known for?',
    ],
    rude: ['Think before you post', 'Does this come across as you mean it to?'],
    personal: [
      'Think before you share',
      'This may give away who you are or where to find you. Do you know who will read it?',
    ],
    'named-picture': [
      'Think before you share',
      'A full name and a photo together make you, or whoever is in it, easy to find. Do you know who will see it?',
    ],
    unsafe: [
      'Is this safe?',
      'Nobody has a right to pictures of you, to your silence or to meet you. You can stop at any time.',
      'It is not your fault, and there are people to talk to.',
    ],
    risky: [
      'Think it through',
      'This can do real harm, and what is written can be kept. Is it worth it?',
      'If it has got out of hand, for you or a friend, these people help without judging.',
    ],
    help: ['Are you OK?', 'It sounds as if things are hard. You do not have to deal with them on your own.'],
  },
  close: 'OK',
  private: 'Only you can see this. Nobody has been told.',
  cared: 'The safeguarding team is told, so that they can help. You are not in trouble.',
}

const voices: Readonly<Record<Band, Voice>> = {
  'eyfs-y2': infant,
  'y3-y6': junior,
  'y7-y9': middle,
  'y10-y11': older,
  sixth: older,
  staff: older,
  visitor: older,
}

/** What a hint says to a band. @param isTold whether somebody who helps is told of the words */
export function nudgeWords(kind: NudgeKind, band: Band, isTold: boolean): NudgeWords {
  const { told, close, private: alone, cared } = voices[band]
  const [title, ...lines] = told[kind]
  return { title, lines, close: kind === 'help' ? 'OK' : close, who: isTold ? cared : alone }
}
