import { sixth } from './sixth.ts'
import type { Words } from './words.ts'

/** Staff: the sixth form's English, where it speaks to a pupil put right for somebody who works here. */
export const staff: Words = {
  ...sixth,
  blocked: {
    ...sixth.blocked,
    notInTrouble: 'If you need this page for your work, ask for it below or speak to the ICT staff.',
    why: {
      ...sixth.blocked.why,
      category: 'The school\u2019s filtering policy for staff restricts this category.',
      scene: 'This device is part of a lesson in which access is limited to the selected sites.',
      lock: 'This device is part of a lesson whose screens are paused.',
    },
  },
  help: {
    ...sixth.help,
    intro:
      'If this concerns you, a pupil or somebody you care about, the following services offer experienced support.',
    adult:
      'A worry about a pupil goes to the Designated Safeguarding Lead today; a worry about a colleague goes to the Head.',
  },
  report: {
    ...sixth.report,
    kinds: {
      accident: 'I arrived here by accident',
      'worried-about-me': 'I need support myself',
      'worried-about-someone': 'I am worried about a pupil or colleague',
      upset: 'Something here distressed me',
      'wrong-block': 'This is wrongly blocked',
    },
    stored:
      'Your report is stored on this device and will be sent when you are online. If the matter is urgent, tell the Designated Safeguarding Lead in person.',
    failed:
      'Your report could not be sent. Please try again, or tell the Designated Safeguarding Lead in person.',
  },
  request: {
    ...sixth.request,
    wordsHint: 'For example: material for a Year 9 lesson on propaganda.',
    failed: 'Your request could not be submitted. Please try again or ask the ICT staff.',
  },
  locked: {
    ...sixth.locked,
    happened: 'This device is part of a lesson whose screens are paused.',
    message: 'Message from the teacher of the lesson:',
  },
  popup: {
    ...sixth.popup,
    tile: 'Exactly what the teacher of the lesson sees:',
  },
  seen: {
    ...sixth.seen,
    title: 'What the school can see',
    now: [
      'Staff devices are not part of a live lesson view unless you join one as a pupil would.',
      'The toolbar indicates at all times whether anybody is watching.',
    ],
    sometimes: [
      'If a page is blocked or paused, the name of the site and its category are recorded, never the full address.',
      'If a page or search raises a concern, its address and the reason go to the person responsible; a concern about a member of staff goes to the Head.',
      'If you report or request a page, its address and whatever you write are sent.',
      'Pages are read on the device to judge them; what you write is not looked at.',
    ],
  },
}
