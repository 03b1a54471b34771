import { existsSync, writeFileSync } from 'node:fs'
import { createEngine, type Engine } from '#shared/classify/text/engine.ts'
import { readModelFile } from '#shared/classify/text/open-model.ts'
import { endWith, scriptOptions } from '../cli/options.ts'
import { buildModel, evenThresholds, type Trained } from './build-model.ts'
import { calibrate } from './calibrate.ts'
import { corpora } from './corpora.ts'
import { readOwnWords } from './examples.ts'
import { hardInnocents } from './hard-innocents.ts'
import { heldOut } from './held-out.ts'
import { randomFrom } from './random.ts'
import { examplesOf, ordinaryTexts } from './read-corpus.ts'
import { readCues } from './read-cues.ts'
import { searchExamples } from './search-examples.ts'
import { settings } from './settings.ts'

const usage = `npm run train -- [--data DIR] [--words DIR] [--out FILE]
  Makes the text model; the same words and texts give the same bytes. server/training/README.md says more.
  --data DIR   where the openly licensed texts lie, in its folder text (default ../shared/data)
  --words DIR  the words of the project's own (default server/training/words)
  --out FILE   where the model goes (default shared/classify/text/text.model, which the extension ships)`

const values = scriptOptions(
  {
    data: { type: 'string', default: '../shared/data' },
    words: { type: 'string', default: 'server/training/words' },
    out: { type: 'string', default: 'shared/classify/text/text.model' },
  },
  usage,
)
const folder = `${values.data}/text`
for (const needed of [folder, values.words])
  if (!existsSync(needed)) endWith(`there is no folder ${needed}`, usage)
const say = (line: string) => process.stdout.write(`${line}\n`)
const random = randomFrom(settings.seed)
const own = readOwnWords(values.words, random)
const searches = searchExamples()
const fromCorpora = corpora.flatMap((corpus) => examplesOf(corpus, folder, random))
say(`${own.phrases.length} phrases, ${own.examples.length} own examples, ${fromCorpora.length} of corpora`)
const innocent = Map.groupBy(
  own.examples.filter(({ labels }) => labels.length === 0),
  ({ origin }) => origin,
)
const material = {
  phrases: [...own.phrases, ...searches.phrases],
  cues: readCues('server/training/cues.txt'),
  examples: [...own.examples, ...searches.examples, ...fromCorpora],
  ordinary: [
    ...[...innocent.values()].map((examples) => examples.map(({ text }) => text)),
    ...ordinaryTexts(folder).map((text) => [text]),
  ],
}
const first = buildModel('first', material, say)
const hard = hardInnocents(await engineOf(first), folder, random)
say(`${hard.length} innocent texts are hard`)
const trained = buildModel('text 2', { ...material, examples: [...material.examples, ...hard] }, say)
const thresholds = calibrate(await engineOf(trained), heldOut(folder))
const file = trained.write(thresholds)
writeFileSync(values.out, new Uint8Array(file))
say(`${values.out}: ${file.byteLength} bytes`)
for (const [context, each] of Object.entries(thresholds)) say(`${context}: ${each.join(' ')}`)

async function engineOf(model: Trained): Promise<Engine> {
  const file = await readModelFile(model.write(evenThresholds))
  if (!file.ok) throw new Error(file.error)
  return createEngine(file.value)
}
