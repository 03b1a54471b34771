import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { endWith, scriptOptions } from '#server/cli/options.ts'
import { devCases, devPages, heldOut } from '#server/training/held-out.ts'
import { readModelFile } from '#shared/classify/text/open-model.ts'
import { createTextModel } from '#shared/classify/text/text-model.ts'
import { shippedModelFile } from '#test/support/text-model.ts'
import { judgeCases, judgePages } from './cases.ts'
import { costs } from './costs.ts'
import { distressChapter, distressFigures } from './distress.ts'
import { judgeOfOtherHalf } from './halves.ts'
import { hateCheck, hateFigures } from './hate-check.ts'
import { helpChapter, helpFigures } from './help-seeking.ts'
import { identityFigures, identityRows } from './identity.ts'
import { lapwing, peers } from './judges.ts'
import { marginsOf } from './margins.ts'
import { cardFigures, withFigures } from './model-card.ts'
import { ordinaryTexts } from './ordinary-texts.ts'
import { otherSets } from './other-sets.ts'
import { casesChapter, categoriesTable, halvesChapter, pagesChapter } from './own-sets.ts'
import { spansRight } from './spans.ts'
import { table } from './table.ts'
import { toxicityModel } from './toxicity-model.ts'
import { unseenChapter } from './unseen.ts'

const usage = `npm run evaluate -- [--data DIR] [--out FILE] [--card FILE] [--toxicity DIR]
  Measures how often the text model is right and wrong, beside packages anyone can install.
  --data DIR      where the texts lie, in its folder text (default ../shared/data)
  --out FILE      where the report goes (default docs/ACCURACY.md)
  --card FILE     whose figures are renewed (default docs/MODEL-CARD.md)
  --toxicity DIR  tries TensorFlow's toxicity model too, as it is installed there`

const values = scriptOptions(
  {
    data: { type: 'string', default: '../shared/data' },
    out: { type: 'string', default: 'docs/ACCURACY.md' },
    card: { type: 'string', default: 'docs/MODEL-CARD.md' },
    toxicity: { type: 'string' },
  },
  usage,
)
const folder = `${values.data}/text`
if (!existsSync(folder)) endWith(`there is no folder ${folder}`, usage)
const opened = await readModelFile(shippedModelFile())
if (!opened.ok) throw new Error(opened.error)
const model = createTextModel(opened.value)
const margins = marginsOf(opened.value)
const own = lapwing(model)
const others = peers()
const judges = [own, ...others]
const names = judges.map(({ name }) => name)

const [cases, pages] = [devCases(folder), devPages(folder)]
const ofOtherHalf = judgeOfOtherHalf(opened.value, heldOut(folder))
const ownCases = judgeCases(cases, own)
const halvesCases = judgeCases(cases, ofOtherHalf)
const ownPages = judgePages(pages, own)
const identity = identityFigures(own)
const hate = hateFigures(folder, margins)
const distress = distressFigures(folder, model)
const help = helpFigures(model, judges)
const card = cardFigures({
  cases: ownCases,
  onHalves: halvesCases,
  identity,
  hate,
  distress,
  help,
  innocentPages: ownPages.benign,
  insertsFound: ownPages.inserted,
})

const chapters = [
  `# How often the text model is right, and wrong

Written by \`npm run evaluate -- --data DIR\`. All figures are of development sets, and of texts of our own: the test splits are kept back and were not looked at; HateCheck is for evaluation
only and was never trained with. In brackets: cases, and the range in which the true share lies with 95% certainty (Wilson; for areas Hanley and McNeil). A share is of
texts that would be blocked, coached or flagged at the baseline policy for at least one band; for risk, for the category that the case is about. Thresholds were set with
the help of these same development sets, so expect a little less on new texts; how much less, a chapter of its own says.`,
  casesChapter(names, cases, [ownCases, ...others.map((each) => judgeCases(cases, each))]),
  categoriesTable(ownCases),
  ordinaryTexts(folder, judges),
  pagesChapter(names, [ownPages, ...others.map((each) => judgePages(pages, each))], spansRight(pages, model)),
  halvesChapter(
    folder,
    [own, ofOtherHalf],
    [ownCases, halvesCases],
    [ownPages, judgePages(pages, ofOtherHalf)],
  ),
  unseenChapter(folder, judges),
  otherSets(folder, judges, margins),
  hateCheck(hate),
  `## Sentences that merely name a group, acted on

${table(['', ...names], identityRows([identity, ...others.map(identityFigures)]))}`,
  helpChapter(help),
  distressChapter(distress),
  await costs(folder, judges),
  await toxicityModel(values.toxicity, cases),
]
const report = `${chapters.join('\n\n')}\n`
writeFileSync(values.out, report)
writeFileSync(values.card, withFigures(readFileSync(values.card, 'utf8'), card))
process.stdout.write(report)
