import { createFold } from '#shared/classify/text/fold/tokens.ts'
import { textLabels } from '#shared/classify/text/labels.ts'
import type { ModelHead, Sections } from '#shared/classify/text/model-layout.ts'
import { createPhraseTrie } from '#shared/classify/text/phrase-trie.ts'
import { chooseFeatures } from './choose-features.ts'
import { compilePhrases, phraseConcepts, type PhraseTables } from './compile-phrases.ts'
import type { Example } from './examples.ts'
import { rowsOf } from './feature-rows.ts'
import { type FeatureTables, featureTables } from './feature-tables.ts'
import { fit, fitSeveral } from './fit.ts'
import { randomFrom } from './random.ts'
import { settings } from './settings.ts'
import { commonWords, coreHashes, coreWords, vocabularyOf } from './vocabulary-of.ts'
import type { WrittenPhrase } from './words-file.ts'
import { writeModel } from './write-model.ts'

/** What a model is made of. */
export interface Material {
  readonly phrases: readonly WrittenPhrase[]
  readonly cues: ReadonlyMap<string, readonly string[]>
  readonly examples: readonly Example[]
  /** Ordinary texts, by the source that they are of: what words there are. */
  readonly ordinary: Iterable<readonly string[]>
}

export type Thresholds = ModelHead['thresholds']
/** A model as it is before thresholds are set: `write` gives its file with some. */
export interface Trained {
  readonly features: number
  write(thresholds: Thresholds): ArrayBuffer
}

const half = textLabels.map(() => 0)
/** Each label at even chances. */
export const evenThresholds: Thresholds = { page: half, query: half, typed: half }

/** Trains a model called `name`; `say` hears how far it is. The same material gives the same bytes. */
export function buildModel(
  name: string,
  { phrases, cues, examples, ordinary }: Material,
  say: (line: string) => void,
): Trained {
  const core = coreWords(phrases, examples)
  const common = commonWords(ordinary)
  const phraseTables = compilePhrases(phraseConcepts(phrases, cues))
  const fold = createFold(vocabularyOf(core, common))
  const trie = createPhraseTrie({ ...noSections, ...phraseTables }, phraseTables.meanings)
  const rows = rowsOf(examples, fold, trie, settings.fewestExamples)
  say(`${examples.length} examples, ${rows.keys.length} features, ${rows.ids.length} of them in all`)
  const first = fit(rows, settings.firstPasses, randomFrom(settings.seed))
  const isKept = chooseFeatures(first, rows, settings.features)
  const chances = Array.from({ length: settings.fits }, (_, nth) => randomFrom(settings.seed + 1 + nth))
  const tables = featureTables(fitSeveral(rows, settings.passes, chances, isKept), rows, isKept)
  say(`kept ${tables.fingerprints.length} features`)
  const facts = { name, cues: [...cues.keys()], meanings: phraseTables.meanings.map((each) => [...each]) }
  const { scales, biases } = tables
  return {
    features: tables.fingerprints.length,
    write: (thresholds) =>
      writeModel(
        { ...facts, scales: [...scales], biases: [...biases], thresholds },
        sectionsOf(phraseTables, tables, coreHashes(core), common),
      ),
  }
}

function sectionsOf(
  phrases: PhraseTables,
  features: FeatureTables,
  core: Uint32Array,
  common: Uint32Array,
): Sections {
  const { words, beginnings, edgeCounts, edgeSymbols, nodeMeanings } = phrases
  const { bucketCounts, fingerprints, weights } = features
  return {
    words,
    beginnings,
    core,
    common,
    edgeCounts,
    edgeSymbols,
    nodeMeanings,
    bucketCounts,
    fingerprints,
    weights,
  } as Sections
}

const noSections = {
  core: new Uint32Array(0),
  common: new Uint32Array(0),
  bucketCounts: new Uint8Array(0),
  fingerprints: new Uint8Array(0),
  weights: new Int8Array(0),
} satisfies Partial<Sections>
