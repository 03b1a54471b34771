import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import * as v from 'valibot'
import type { DevCase } from '#server/training/held-out.ts'
import { parse, parseJson } from '#shared/base/parse.ts'
import { inWords, shareOf } from './interval.ts'
import { table } from './table.ts'

const packageName = '@tensorflow-models/toxicity'
/** What the package's own examples ask for. */
const sureEnough = 0.9
const atATime = 16

const Package = v.object({ version: v.string() })
const Methods = v.custom<Readonly<Record<string, unknown>>>(
  (value) => typeof value === 'object' && value !== null,
)
const Method = v.custom<(this: unknown, argument: unknown) => unknown>((value) => typeof value === 'function')
const Predictions = v.array(v.object({ results: v.array(v.object({ match: v.nullable(v.boolean()) })) }))

const tried = `It was tried with version 1.2.2 (and tfjs-core and tfjs-converter 1.7.4, which it wants) in a folder of its own on a machine without the network: the package
installs and loads, and \`load()\` fails at once with “fetch failed: getaddrinfo ENOTFOUND tfhub.dev”. Neither its weights
(\`https://tfhub.dev/tensorflow/tfjs-model/toxicity/1/default/1\`) nor the vocabulary of its tokenizer (at \`storage.googleapis.com/tfjs-models\`) is in the package.`

/**
 * The chapter on TensorFlow's toxicity model. `folder`: where somebody has installed it with what it needs, or undefined. It is no dependency of the project,
 * and without a folder nothing is fetched.
 */
export async function toxicityModel(folder: string | undefined, cases: readonly DevCase[]): Promise<string> {
  return `## The TensorFlow toxicity model

\`${packageName}\` is no dependency of the project: it fetches its weights from a hub each time it starts, and knows seven kinds of toxicity and neither self-harm nor
grooming, drugs or gambling. \`npm run evaluate -- --toxicity DIR\` tries the one that is installed in DIR, together with \`@tensorflow/tfjs-core\` and \`@tensorflow/tfjs-converter\`.

${folder === undefined ? `${tried} So it is in none of these tables.` : await outcomeOf(folder, cases)}`
}

async function outcomeOf(folder: string, cases: readonly DevCase[]): Promise<string> {
  const name = `${packageName} ${versionIn(folder)}`
  try {
    const toxic = await toxicOf(folder, cases)
    const found = (words: string, isOne: (one: DevCase) => boolean) => [
      words,
      inWords(shareOf(cases.filter(isOne), ({ text }) => toxic.has(text))),
    ]
    return table(
      ['short cases', `${name}, from ${sureEnough} on`],
      [
        ...['risk', 'evasion', 'lang'].map((kind) =>
          found(`${kind}: any toxicity found`, (one) => one.kind === kind),
        ),
        found('hard benign cases: any toxicity found', ({ labels }) => labels.length === 0),
      ],
    )
  } catch (error) {
    return `Tried now with ${name}: it fails with “${reasonsOf(error).join(': ')}”. So it is in none of these tables.`
  }
}

function versionIn(folder: string): string {
  const text = readFileSync(join(folder, 'node_modules', packageName, 'package.json'), 'utf8')
  const known = parseJson(Package, text)
  if (!known.ok) throw new Error(known.error)
  return known.value.version
}

/** The texts of `cases` that the model in `folder` takes for toxic in any way. */
async function toxicOf(folder: string, cases: readonly DevCase[]): Promise<ReadonlySet<string>> {
  const loader = callable(createRequire(resolve(folder, 'package.json'))(packageName), 'load')
  const classify = callable(await loader(sureEnough), 'classify')
  const toxic = new Set<string>()
  for (let from = 0; from < cases.length; from += atATime) {
    const texts = cases.slice(from, from + atATime).map(({ text }) => text)
    for (const { results } of checked(Predictions, await classify(texts)))
      for (const [nth, { match }] of results.entries()) if (match === true) toxic.add(texts[nth] ?? '')
  }
  return toxic
}

/** The method of an object that is of somebody else's making. */
function callable(owner: unknown, name: string): (argument: unknown) => unknown {
  const method = checked(Method, checked(Methods, owner)[name])
  return (argument) => method.call(owner, argument)
}

function checked<S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S> {
  const known = parse(schema, value)
  if (!known.ok) throw new Error(known.error)
  return known.value
}

/** An error's message and those of its causes. */
export function reasonsOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)]
  return [error.message, ...(error.cause === undefined ? [] : reasonsOf(error.cause))]
}
