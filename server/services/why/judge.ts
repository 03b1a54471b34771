import type { TextFinding, TextModel, TextReading } from '#shared/classify/text/reading.ts'
import { searchedWords, searchFor, withSearchedWords } from '#shared/classify/text/searched-words.ts'
import { causeOfText, type GivenText, verdictOfText } from '#shared/classify/text/text-verdict.ts'
import type { FlagCause } from '#shared/domain/flag.ts'
import { flagIn, type Policy } from '#shared/domain/policy.ts'
import { metSeverity, type Severity } from '#shared/domain/severity.ts'
import type { TextContext } from '#shared/domain/text-context.ts'
import type { Verdict } from '#shared/domain/verdict.ts'
import { compilePolicy } from '#shared/policy/compile.ts'
import { typedWordsToldFrom } from '#shared/policy/typed-words.ts'
import type { WhyFinding, WhyQuestion, WhyReading } from '#shared/protocol/why.ts'
import { judgeAddress } from './judge-address.ts'

/** What is known before anything is decided. */
interface Judged {
  readonly verdict: Verdict
  readonly cause: FlagCause
  readonly reading: WhyReading | null
  /** The school's lists that had a say. */
  readonly lists: string | null
}

interface By {
  readonly schoolFolder: string
  readonly listsHash: string | null
  readonly model: TextModel | null
  readonly policy: Policy
}

const nothingRead: Verdict = { url: '', host: '', path: '', query: '', evidence: [], seeksHelp: false }

/** What a text or an address is about, as a device sees it. */
export async function judge(about: WhyQuestion['about'], by: By): Promise<Judged> {
  const { model, policy } = by
  if (about.kind === 'text' && about.context !== 'query') {
    const cause = causeOfText(about.context)
    if (model === null) return { verdict: nothingRead, cause, reading: null, lists: null }
    const reading = model.read(about.text, about.context)
    const verdict = verdictOfText(reading, about, model)
    return { verdict, cause, reading: described(reading, about, policy), lists: null }
  }
  const url = about.kind === 'text' ? searchFor(about.text) : about.url
  const { verdict, lists } = await judgeAddress(by.schoolFolder, by.listsHash, url)
  const words = searchedWords(verdict)
  if (words === null) return { verdict, cause: 'visit', reading: null, lists }
  if (model === null) return { verdict, cause: 'search', reading: null, lists }
  const reading = model.read(words, 'query')
  return {
    verdict: withSearchedWords(verdict, words, reading, model),
    cause: 'search',
    reading: described(reading, { text: words, context: 'query' }, policy),
    lists,
  }
}

/** What a flag's severity for own words becomes where the words stand. */
const severityIn: Readonly<Record<TextContext, (own: 0 | Severity) => 0 | Severity>> = {
  page: metSeverity,
  query: (own) => own,
  typed: (own) => (own >= typedWordsToldFrom ? own : 0),
}

/** The reading with the severity that the school's policy gives each finding. The policy's severities are the same for every band. */
function described(reading: TextReading, { text, context }: GivenText, policy: Policy): WhyReading {
  const compiled = compilePolicy(policy, 'y7-y9', 0)
  const finding = ({ category, score, spans, why }: TextFinding): WhyFinding => {
    const severity = severityIn[context](flagIn(compiled, category))
    return { category, score, severity, spans, why }
  }
  return {
    text,
    context,
    findings: reading.findings.map(finding),
    near: reading.near.map((each) => ({ ...finding(each), severity: 0 })),
    distress: reading.distress,
    seeksHelp: reading.seeksHelp,
  }
}
