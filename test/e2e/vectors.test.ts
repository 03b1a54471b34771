import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readAddress } from '#shared/domain/address.ts'
import { bandOfYear } from '#shared/domain/audience.ts'
import type { ManagedBrowser } from '#test/support/browser/launch.ts'
import { startLesson } from '#test/support/whole/lesson.ts'
import { askBackground, popupSays, waitForSchool } from '#test/support/whole/pupil-screen.ts'
import { classPupils, yearTen } from '#test/support/whole/school.ts'
import { starterDecision } from '#test/support/whole/starter-decision.ts'
import { startWhole, type Whole } from '#test/support/whole/whole.ts'

const Vectors = v.array(
  v.object({
    url: v.string(),
    year: v.number(),
    period: v.picklist(['lesson', 'school-day', 'out-of-hours']),
    action: v.string(),
    category: v.optional(v.string()),
    reason: v.optional(v.string()),
    flag: v.optional(v.number()),
  }),
)
type VectorRow = v.InferOutput<typeof Vectors>[number]

let whole: Whole
let rows: readonly VectorRow[]

beforeAll(async () => {
  rows = v.parse(Vectors, JSON.parse(await readFile('test/vectors/decisions.json', 'utf8')))
  whole = await startWhole()
})

afterAll(() => whole?.close())

/** What the built extension decides, as its own block screen hears it. */
async function decidedBy(screen: Page, url: string) {
  const view = await askBackground(screen, 'screen.describe', { url })
  return 'goTo' in view ? { action: 'allow' as const } : view.decision
}

async function agrees(screen: Page, row: VectorRow): Promise<void> {
  const built = await decidedBy(screen, row.url)
  const shared = starterDecision(row.url, row.year, row.period)
  expect({ url: row.url, action: built.action }).toEqual({ url: row.url, action: row.action })
  expect(built.action).toBe(shared.action)
  if (!('reason' in built)) return
  expect({ url: row.url, category: built.category, reason: built.reason }).toEqual({
    url: row.url,
    category: shared.category,
    reason: shared.reason,
  })
}

const ofYear = (year: number, period: VectorRow['period']): VectorRow[] =>
  rows.filter((row) => row.year === year && row.period === period)

describe('the built extension of an enrolled pupil decides as the vectors say', () => {
  let pupil: ManagedBrowser
  let screen: Page

  beforeAll(async () => {
    pupil = await whole.pupil(0)
    screen = await waitForSchool(pupil)
  })

  it('of Year 8 on a school day', async () => {
    const asked = ofYear(8, 'school-day')
    expect(asked.length).toBeGreaterThan(0)
    for (const row of asked) await agrees(screen, row)
  })

  it('of Year 8 in a lesson', async () => {
    const teacher = await whole.consoles.as('teacher', '/lesson')
    await startLesson(teacher)
    await popupSays(screen, 'the lesson', ({ watchedBy }) => watchedBy !== null)
    const asked = ofYear(8, 'lesson')
    expect(asked.length).toBeGreaterThan(20)
    for (const row of asked) await agrees(screen, row)
    expect(classPupils).toHaveLength(30)
  })

  it('names the same host for every address it blocks', async () => {
    for (const row of ofYear(8, 'lesson').filter(({ action }) => action === 'block')) {
      const view = await askBackground(screen, 'screen.describe', { url: row.url })
      if ('goTo' in view) throw new Error(`${row.url} is open`)
      expect(view.host).toBe(readAddress(row.url)?.host)
    }
  })
})

it('a pupil of Year 10 is decided by the words and actions of another band', async () => {
  const pupil = await whole.pupil(0, {
    managed: {
      serverUrl: whole.server.origin,
      schoolId: 'demo',
      enrolmentToken: whole.school.enrolmentToken,
      pupilIdentity: yearTen[0]?.email ?? '',
    },
  })
  const screen = await waitForSchool(pupil)
  const { band } = await askBackground(screen, 'popup.describe', {})
  expect(band).toBe(bandOfYear(10))
  const asked = ofYear(10, 'school-day')
  expect(asked.length).toBeGreaterThan(0)
  for (const row of asked) await agrees(screen, row)
})
