import type { Words } from './words.ts'
import { y10ToY11 } from './y10-y11.ts'

/** Visitors and guest devices: plain adult English that assumes nothing about this school. */
export const visitor: Words = {
  ...y10ToY11,
  blocked: {
    ...y10ToY11.blocked,
    notInTrouble: 'Nothing has gone wrong. The same pages are closed to all guests.',
    why: {
      ...y10ToY11.blocked.why,
      category: 'The school does not allow this category on guest devices.',
      'school-rule': 'The school has made a specific rule about this site.',
      scene: 'In this lesson only the sites chosen by the teacher are open.',
      lock: 'The teacher has paused the screens in this lesson.',
    },
  },
  help: {
    ...y10ToY11.help,
    intro:
      'If something is weighing on you, or on somebody you know, you can speak to one of these services.',
    adult: 'You can also speak to the school reception, who will find the right person.',
  },
  report: {
    ...y10ToY11.report,
    kinds: {
      accident: 'I got here by accident',
      'worried-about-me': 'I am worried about myself',
      'worried-about-someone': 'I am worried about a child or somebody else',
      upset: 'Something here upset me',
      'wrong-block': 'This is wrongly blocked',
    },
    whoReads:
      'The person you choose will read it. Where a child may be at risk, the school must involve those who can help.',
    stored:
      'Saved on this device. It will be sent when you are online. If it is urgent, tell the school reception.',
    failed: 'Your report could not be sent. Try again, or tell the school reception.',
  },
  request: {
    ...y10ToY11.request,
    wordsHint: 'For example: material for the talk I am giving today.',
    failed: 'Your request could not be sent. Try again, or ask your host.',
  },
  locked: {
    ...y10ToY11.locked,
    happened: 'The teacher has paused the screens of this class.',
    message: 'Message from the teacher:',
  },
  popup: {
    ...y10ToY11.popup,
    state: {
      protected: 'On: this guest device is protected.',
      partly: 'On, but not every check is working. The rest still protects this guest device.',
      'not-enrolled': 'This device has not been enrolled. Please tell your host.',
      offline: 'The school cannot be reached. Protection continues.',
      refused: 'The school did not accept this device. Please tell your host.',
      starting: 'Starting\u2026',
    },
    tile: 'What the teacher sees, word for word:',
  },
  seen: {
    ...y10ToY11.seen,
    title: 'What the school can see',
    sometimes: [
      ...y10ToY11.seen.sometimes.slice(0, -1),
      'Pages are read on the device to judge them; what guests write is not looked at.',
    ],
  },
}
