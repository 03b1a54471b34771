import type { Band } from '#shared/domain/audience.ts'

/** The words of the screen after a picture was not sent, for one band. */
export interface UploadWords {
  readonly title: string
  readonly happened: readonly string[]
  readonly notInTrouble: string
  /** What is told to whom: the fact, never the picture. */
  readonly told: string
  /** When it is no such picture. */
  readonly mistake: string
  readonly back: string
  readonly tell: string
}

const eyfsToY2: UploadWords = {
  title: 'That picture stays here',
  happened: ['It may show someone without clothes.', 'Pictures like that stay private.'],
  notInTrouble: 'You are not in trouble.',
  told: 'A grown-up at school will help you.',
  mistake: 'Is the picture fine? Tell a grown-up.',
  back: 'Close',
  tell: 'Tell a grown-up',
}
const y3ToY6: UploadWords = {
  title: 'We did not send that picture',
  happened: [
    'It may show someone with few or no clothes on.',
    'A picture like that can hurt you or someone else when it is shared.',
  ],
  notInTrouble: 'You are not in trouble. We stopped it to keep you safe.',
  told: 'A safe adult at school knows that this happened. Nobody got the picture, and nobody has seen it.',
  mistake: 'Is the picture fine? Tell an adult and they will help.',
  back: 'Close this page',
  tell: 'Tell an adult',
}
const y7ToY9: UploadWords = {
  title: 'This picture was not sent',
  happened: [
    'Lapwing checked it on this device, and it looks like it may show nudity.',
    'Once a nude is sent you lose control of it. If somebody is pressing you for one, that is not your fault, and it is all right to say no.',
  ],
  notInTrouble: 'You are not in trouble. This stop is here to protect you.',
  told: 'The safeguarding team is told that a picture was stopped, and on which site. The picture stays on this device: nobody at school gets it or sees it.',
  mistake: 'Checks like this can be wrong. If the picture is fine, choose “Tell an adult” and say so.',
  back: 'Close this page',
  tell: 'Tell an adult',
}
const y10ToY11: UploadWords = {
  ...y7ToY9,
  happened: [
    'Lapwing checked it on this device, and it looks like it may show nudity.',
    'Sharing a nude of anybody under 18 is against the law, even your own, and once it is sent you cannot take it back. If somebody is pressing or threatening you, help is below, and it works.',
  ],
}
const sixth: UploadWords = {
  ...y10ToY11,
  mistake: 'Checks like this can be wrong. If the picture is fine, choose “Tell somebody” and say so.',
  tell: 'Tell somebody',
}
const adult: UploadWords = {
  ...sixth,
  happened: ['Lapwing checked it on this device, and it looks like it may show nudity.'],
  notInTrouble: 'No accusation is made: the check can be wrong.',
}

/** The words of a band. */
export const uploadWords: Readonly<Record<Band, UploadWords>> = {
  'eyfs-y2': eyfsToY2,
  'y3-y6': y3ToY6,
  'y7-y9': y7ToY9,
  'y10-y11': y10ToY11,
  sixth,
  staff: adult,
  visitor: adult,
}
