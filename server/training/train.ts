import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { createEngine } from '#shared/classify/text/engine.ts'
import { readModelFile } from '#shared/classify/text/open-model.ts'
import { buildModel, evenThresholds } from './build-model.ts'
import { calibrate } from './calibrate.ts'
import { corpora } from './corpora.ts'
import { readOwnWords } from './examples.ts'
import { heldOut } from './held-out.ts'
import { randomFrom } from './random.ts'
import { examplesOf } from './read-corpus.ts'
import { readCues } from './read-cues.ts'
import { searchExamples } from './search-examples.ts'
import { settings } from './settings.ts'

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data' },
    words: { type: 'string', default: 'server/training/words' },
    out: { type: 'string', default: 'shared/classify/text/text.model' },
  },
})
const say = (line: string) => process.stdout.write(`${line}\n`)
const random = randomFrom(settings.seed)
const own = readOwnWords(values.words, random)
const searches = searchExamples()
const fromCorpora = corpora.flatMap((corpus) => examplesOf(corpus, `${values.data}/text`, random))
say(`${own.phrases.length} phrases, ${own.examples.length} own examples, ${fromCorpora.length} of corpora`)
const material = {
  phrases: [...own.phrases, ...searches.phrases],
  cues: readCues('server/training/cues.txt'),
  examples: [...own.examples, ...searches.examples, ...fromCorpora],
}
const trained = buildModel('text 1', material, say)
const uncalibrated = readModelFile(trained.write(evenThresholds))
if (!uncalibrated.ok) throw new Error(uncalibrated.error)
const thresholds = calibrate(createEngine(uncalibrated.value), heldOut(`${values.data}/text`))
const file = trained.write(thresholds)
writeFileSync(values.out, new Uint8Array(file))
say(`${values.out}: ${file.byteLength} bytes`)
for (const [context, each] of Object.entries(thresholds)) say(`${context}: ${each.join(' ')}`)
