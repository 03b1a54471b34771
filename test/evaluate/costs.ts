import { readRows } from '#server/training/read-corpus.ts'
import { openTextModel } from '#shared/classify/text/open-model.ts'
import { shippedModelFile } from '#test/support/text-model.ts'
import type { Judge } from './judges.ts'

const pageUnits = 20_480
const pageRuns = 15
const searches = 400

/** CPU time of each judge, as rows: loading (the model only), a page of 20 kB, a search. Medians are not needed: it is CPU time, after a warm-up. */
export function costs(folder: string, judges: readonly Judge[]): string[][] {
  const page = readRows(folder, 'openstax', 'dev')
    .map(({ text }) => text)
    .join('\n')
    .slice(0, pageUnits)
  const queries = readRows(folder, 'queries', 'dev')
    .slice(0, searches)
    .map(({ text }) => text)
  return judges.map((judge) => {
    const load = judge.name === 'lapwing' ? cpuMs(() => openTextModel(shippedModelFile())).toFixed(1) : ''
    judge.judge(page, 'page')
    const onPage = cpuMs(() => {
      for (let run = 0; run < pageRuns; run++) judge.judge(page, 'page')
    })
    const onQueries = cpuMs(() => {
      for (const query of queries) judge.judge(query, 'query')
    })
    return [
      judge.name,
      load,
      (onPage / pageRuns).toFixed(2),
      ((1000 * onQueries) / queries.length).toFixed(0),
    ]
  })
}

function cpuMs(work: () => void): number {
  const started = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(started)
  return (user + system) / 1000
}
