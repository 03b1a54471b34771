import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RawBrowser } from '#test/support/browser/raw.ts'
import { until } from '#test/support/browser/until.ts'
import { runVectors, type VectorOutcome } from '#test/support/sites/run-vectors.ts'
import { vectors } from '#test/support/sites/vectors.ts'
import { waitForListed } from '#test/support/whole/raw-pupil.ts'
import { startWhole, type Whole } from '#test/support/whole/whole.ts'

let whole: Whole
let browser: RawBrowser
let outcomes: readonly VectorOutcome[]

/**
 * Ways in which the blocked host's content comes under another name. Only what the page itself shows could tell, and the device does
 * not read pages yet: these run today, and the day one of them is held this test says so.
 */
const notHeldYet = [
  'page made by a service worker',
  'page relayed by a service worker',
  'page relayed by a server',
  'relay, document.write',
  'relay, srcdoc',
  'relay, blob: iframe',
  'relay, blob: page',
  'relay, data: iframe',
  'relay, about:blank popup',
]

beforeAll(async () => {
  whole = await startWhole()
  browser = await whole.rawPupil(0)
  await waitForListed(browser, whole.sites)
  outcomes = await runVectors(browser, whole.sites, vectors, { bad: 'bad.test' })
})

afterAll(() => whole?.close())

const named = (found: readonly VectorOutcome[]): string[] => found.map(({ vector }) => vector.name)

describe('every way to a host on the school’s list', () => {
  it('was tried', () => {
    expect(outcomes).toHaveLength(vectors.length)
    expect(vectors.filter(({ held }) => held).length).toBeGreaterThan(60)
  })

  it('lets not one request reach the host', () => {
    const reached = outcomes.filter(({ hits }) => hits.length > 0)
    expect(reached.map(({ vector, hits }) => ({ name: vector.name, hits }))).toEqual([])
  })

  it('shows our page, or nothing, wherever the request gate holds', () => {
    const ran = outcomes.filter(({ vector, ran: itRan }) => vector.held && itRan)
    expect(named(ran)).toEqual([])
  })

  it('is held by a later gate or not yet, as written down', () => {
    const ran = outcomes.filter(({ vector, ran: itRan }) => !vector.held && itRan)
    expect(named(ran).toSorted()).toEqual(notHeldYet.toSorted())
  })

  it('shows the block page for every address that is opened directly', () => {
    const direct = outcomes.filter(
      ({ vector }) => vector.held && !vector.page(vector.bad ?? 'x').startsWith('<'),
    )
    const other = direct.filter(({ shown }) => !(shown ?? '').includes('/blocked.html#'))
    expect(named(other)).toEqual([])
    expect(direct.length).toBeGreaterThan(20)
  })
})

it('lets the same ways through to a host that is on no list', async () => {
  const handful = vectors.filter(({ name }) =>
    ['direct http', 'iframe', 'WebSocket', 'worker fetch'].includes(name),
  )
  const free = await runVectors(browser, whole.sites, handful, { bad: 'free.test' })
  expect(free.filter(({ hits }) => hits.length === 0)).toEqual([])
  await until('the sites to be told', () => free.length === handful.length)
})
