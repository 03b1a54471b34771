import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Asker, PageHandlers } from '#extension/background/ports.ts'
import { dispatch, type Sender, trustOf } from '#extension/platform/dispatch.ts'
import { type PageMessageName, pageMessages } from '#shared/protocol/page.ts'

const us = { id: 'lapwing', origin: 'chrome-extension://lapwing/' }
const page: Sender = { id: us.id, url: 'https://example.test/a', frameId: 0, tab: { id: 4, title: 'A page' } }
const screen: Sender = {
  id: us.id,
  url: `${us.origin}blocked.html#https://x.test/`,
  frameId: 0,
  tab: { id: 5 },
}

function recorder(answer: unknown = null) {
  const calls: { name: PageMessageName; request: unknown; asker: Asker }[] = []
  const names = Object.keys(pageMessages) as PageMessageName[]
  const handlers = Object.fromEntries(
    names.map((name) => [
      name,
      async (request: unknown, asker: Asker) => (calls.push({ name, request, asker }), answer),
    ]),
  ) as unknown as PageHandlers
  return { calls, handlers }
}

const validRequests: Record<PageMessageName, unknown> = {
  'page.opened': { url: 'https://lie.test/', isTop: true },
  'page.moved': { url: 'https://lie.test/' },
  'page.picture': { picture: { url: 'https://a.test/a.png' }, use: 'shown' },
  'page.pictureWrong': {},
  'page.signs': { signs: ['uv-file'], ownWorker: false },
  'page.text': { document: 'a1', text: 'Some words.' },
  'page.typed': { field: 1, text: 'some words', sent: false },
  'screen.describe': { url: 'https://x.test/' },
  'screen.goBack': { url: 'https://x.test/' },
  'screen.goOn': { url: 'https://x.test/' },
  'report.file': { kind: 'accident', words: '', adult: 'safeguarding-team', url: null },
  'report.receipts': {},
  'request.make': { url: 'https://x.test/', words: '' },
  'popup.describe': {},
}

describe('messages', () => {
  it('takes each message only from those who may send it', async () => {
    const strangers: Sender[] = [
      {},
      { ...page, id: 'another-extension' },
      { ...screen, id: undefined },
      { id: us.id, url: 'chrome-extension://lapwing-other/blocked.html' },
      { id: us.id, url: 'https://evil.test/chrome-extension://lapwing/' },
    ]
    for (const name of Object.keys(pageMessages) as PageMessageName[]) {
      for (const sender of [page, screen, ...strangers]) {
        const { calls, handlers } = recorder()
        const answer = await dispatch({ name, request: validRequests[name] }, sender, us, handlers).catch(
          () => null,
        )
        const mayAsk = trustOf(sender, us) === pageMessages[name].from
        expect(calls).toHaveLength(mayAsk ? 1 : 0)
        expect(JSON.stringify(answer).includes('not allowed')).toBe(!mayAsk)
      }
    }
    expect(strangers.map((sender) => trustOf(sender, us))).toEqual([null, null, null, null, null])
  })

  it('takes tab, frame and address from the browser, never from the page', async () => {
    const { calls, handlers } = recorder({ action: 'allow' })
    await dispatch(
      { name: 'page.opened', request: { url: 'https://lie.test/', isTop: true } },
      { ...page, frameId: 3 },
      us,
      handlers,
    )
    expect(calls[0]?.asker).toEqual({
      tabId: 4,
      isTop: false,
      frameId: 3,
      url: 'https://example.test/a',
      title: 'A page',
    })
  })

  it('judges a document without an address of its own by who made it', async () => {
    const { calls, handlers } = recorder({ action: 'allow' })
    const made = { ...page, url: 'about:blank', origin: 'https://maker.test' }
    await dispatch({ name: 'page.opened', request: { url: 'about:blank', isTop: true } }, made, us, handlers)
    await dispatch(
      { name: 'page.opened', request: { url: 'about:blank', isTop: true } },
      { ...made, origin: 'null' },
      us,
      handlers,
    )
    expect(calls.map(({ asker }) => asker.url)).toEqual(['https://maker.test', 'about:blank'])
  })

  it('refuses a request with a field too many, too few or of another kind', async () => {
    const { calls, handlers } = recorder()
    const wrong = [
      {},
      { url: 1, isTop: true },
      { url: 'x', isTop: true, more: 1 },
      null,
      'x',
      { url: 'x'.repeat(2049), isTop: true },
    ]
    for (const request of wrong) {
      expect(await dispatch({ name: 'page.opened', request }, page, us, handlers)).toMatchObject({
        ok: false,
      })
    }
    expect(calls).toEqual([])
  })

  it('throws rather than send an answer that was not declared', async () => {
    const { handlers } = recorder({ action: 'perhaps' })
    await expect(
      dispatch({ name: 'page.opened', request: validRequests['page.opened'] }, page, us, handlers),
    ).rejects.toThrow('page.opened')
  })

  it('stands 10,000 arbitrary messages without a call, a crash or a polluted prototype', async () => {
    const { calls, handlers } = recorder()
    const keys = fc.constantFrom(
      'name',
      'request',
      '__proto__',
      'constructor',
      'prototype',
      'toString',
      'page.opened',
    )
    const names = fc.constantFrom(...Object.keys(pageMessages), '__proto__', 'constructor', 'hasOwnProperty')
    const message = fc.oneof(
      fc.anything({
        withNullPrototype: true,
        withMap: true,
        withTypedArray: true,
        withBigInt: true,
        key: fc.oneof(keys, fc.string()),
      }),
      fc.record({ name: names, request: fc.anything({ key: fc.oneof(keys, fc.string()) }) }),
      fc
        .jsonValue()
        .map(
          (value) =>
            JSON.parse(
              `{"__proto__":{"polluted":true},"name":"screen.goBack","request":${JSON.stringify(value)}}`,
            ) as unknown,
        ),
    )
    await fc.assert(
      fc.asyncProperty(message, fc.constantFrom(page, screen, {}), async (sent, sender) => {
        calls.length = 0
        const answer = await dispatch(sent, sender, us, handlers).catch(() => 'bad answer')
        // Only what is valid in every field gets through, and only from who may.
        const isAllowed = calls.every(({ name }) => trustOf(sender, us) === pageMessages[name].from)
        const isRefused = answer === null || (typeof answer === 'object' && !answer.ok)
        expect(calls.length > 0 ? isAllowed : isRefused).toBe(true)
      }),
      { numRuns: 10_000 },
    )
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})
