import { give } from './commands/give.ts'
import { list as listCommands } from './commands/list.ts'
import { enrol } from './devices/enrol.ts'
import { greet } from './devices/greet.ts'
import { keep } from './devices/keep.ts'
import { known } from './devices/known.ts'
import { list as listDevices } from './devices/list.ts'
import { revoke } from './devices/revoke.ts'
import { acknowledge } from './flags/acknowledge.ts'
import { close } from './flags/close.ts'
import { list as listFlags } from './flags/list.ts'
import { note } from './flags/note.ts'
import { view as viewFlag } from './flags/view.ts'
import { classes } from './lessons/classes.ts'
import { setScene } from './lessons/set-scene.ts'
import { start } from './lessons/start.ts'
import { stop } from './lessons/stop.ts'
import { expire, resume } from './lessons/tick.ts'
import { view as viewLesson, watch } from './lessons/view.ts'
import { download as downloadLists } from './lists/download.ts'
import { downloadNames, installNames } from './lists/names.ts'
import { install as installLists } from './lists/receive.ts'
import { download as downloadModel } from './models/download.ts'
import { install as installModel } from './models/receive.ts'
import { download as downloadPolicy } from './policies/download.ts'
import { publish as publishPolicy, view as viewPolicy } from './policies/edit.ts'
import { reply, see } from './reports/answer.ts'
import { list as listReports } from './reports/list.ts'
import { decide } from './requests/decide.ts'
import { list as listRequests } from './requests/list.ts'
import { ready } from './school/ready.ts'
import type { VerbName } from './signatures.ts'
import { me } from './staff/me.ts'
import { signInByLink } from './staff/sign-in-by-link.ts'
import { signIn } from './staff/sign-in.ts'
import { signOut } from './staff/sign-out.ts'
import type { Verb } from './verb.ts'
import { ask as askWhy } from './why/ask.ts'

/** Everything the school does, by name. */
export const verbs: { readonly [N in VerbName]: Verb<N> } = {
  'staff.sign-in': signIn,
  'staff.sign-in-by-link': signInByLink,
  'staff.sign-out': signOut,
  'staff.me': me,
  'lessons.classes': classes,
  'lessons.start': start,
  'lessons.view': viewLesson,
  'lessons.stop': stop,
  'lessons.set-scene': setScene,
  'lessons.watch': watch,
  'lessons.resume': resume,
  'lessons.expire': expire,
  'commands.list': listCommands,
  'commands.give': give,
  'requests.list': listRequests,
  'requests.decide': decide,
  'flags.list': listFlags,
  'flags.view': viewFlag,
  'flags.acknowledge': acknowledge,
  'flags.note': note,
  'flags.close': close,
  'reports.list': listReports,
  'reports.see': see,
  'reports.reply': reply,
  'devices.list': listDevices,
  'devices.revoke': revoke,
  'devices.enrol': enrol,
  'devices.known': known,
  'devices.greet': greet,
  'devices.keep': keep,
  'policies.view': viewPolicy,
  'policies.publish': publishPolicy,
  'policies.download': downloadPolicy,
  'lists.install': installLists,
  'lists.install-names': installNames,
  'lists.download': downloadLists,
  'lists.download-names': downloadNames,
  'models.install': installModel,
  'models.download': downloadModel,
  'why.ask': askWhy,
  'school.ready': ready,
}
