import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { parse } from '#shared/base/parse.ts'
import { err, ok, type Result } from '#shared/base/result.ts'
import { type ListBundle, openBundle } from '#shared/classify/url/bundle-reader.ts'
import { urlClassifier } from '#shared/classify/url/classify.ts'
import { starterBundle } from '#shared/classify/url/starter/starter-bundle.ts'
import { bandOfYear, Year } from '#shared/domain/audience.ts'
import { Period } from '#shared/domain/period.ts'
import type { Schedule } from '#shared/domain/policy.ts'
import { openScene } from '#shared/domain/scene.ts'
import { baselinePolicy } from '#shared/policy/baseline.ts'
import { compilePolicy } from '#shared/policy/compile.ts'
import { decide, type Moment } from '#shared/policy/decide.ts'

const usage = `explain URL... [--year 0-13] [--period lesson|school-day|out-of-hours] [--bundle FILE]...
  Says what would happen to a page and why: one JSON line per address, {url, categories, action, reason, flag, trace, micros}.
  Year 0 is EYFS. The packaged starter list always counts; each --bundle adds a school's list bundle.`

const Asked = v.object({
  year: v.pipe(v.string(), v.regex(/^\d{1,2}$/), v.transform(Number), Year),
  period: Period,
})

/** `lapwing explain …`: the same classifier and the same `decide` as on a device. The error is a sentence for whoever typed the command. */
export async function explain(args: string[]): Promise<Result<string>> {
  const { values, positionals: urls } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      year: { type: 'string', default: '8' },
      period: { type: 'string', default: 'school-day' },
      bundle: { type: 'string', multiple: true, default: [] },
    },
  })
  if (urls.length === 0) return err(usage)
  const asked = parse(Asked, { year: values.year, period: values.period })
  if (!asked.ok) return err(`${asked.error}\n${usage}`)
  const bundles = await openBundles(values.bundle)
  if (!bundles.ok) return bundles

  const classify = urlClassifier(bundles.value)
  const { year, period } = asked.value
  const policy = compilePolicy({ ...baselinePolicy, schedule: scheduleFor(period) }, bandOfYear(year), 0)
  const moment = momentIn(period)
  const lines = urls.map((url) => {
    const started = performance.now()
    const { action, reason, categories, flag, trace } = decide(classify(url), policy, moment)
    const micros = Math.round((performance.now() - started) * 1000)
    return JSON.stringify({ url, categories, action, reason, flag, trace, micros })
  })
  return ok(lines.join('\n'))
}

async function openBundles(files: readonly string[]): Promise<Result<ListBundle[]>> {
  const bundles: ListBundle[] = []
  const starter = openBundle(starterBundle())
  if (!starter.ok) throw new Error(`the packaged list does not open: ${starter.error}`)
  bundles.push(starter.value)
  for (const file of files) {
    const { buffer, byteOffset, byteLength } = await readFile(file)
    const bundle = openBundle(buffer.slice(byteOffset, byteOffset + byteLength))
    if (!bundle.ok) return err(`${file}: ${bundle.error}`)
    bundles.push(bundle.value)
  }
  return ok(bundles)
}

/** A schedule in which any moment falls into the period asked for. */
function scheduleFor(period: Period): Schedule {
  const everyDay = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, startsMinute: 0, endsMinute: 1440 }))
  return { timeZone: 'UTC', days: period === 'school-day' ? everyDay : [] }
}

function momentIn(period: Period): Moment {
  const at = Date.now()
  const lesson = { id: 'explained', watchedBy: 'nobody', endsAt: at + 3_600_000, scene: openScene }
  return {
    at,
    lesson: period === 'lesson' ? lesson : null,
    lock: null,
    grants: [],
    wentOn: [],
    cause: 'visit',
  }
}
