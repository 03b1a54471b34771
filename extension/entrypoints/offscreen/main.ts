import { openDesk } from '#extension/pictures/open-desk.ts'
import { answerPictures } from '#extension/platform/picture-questions.ts'

answerPictures(openDesk(() => window.close()))
