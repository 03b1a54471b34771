import type { ReportReceipt } from '#shared/domain/report.ts'
import type { Filed, PopupView, ScreenView } from '#shared/protocol/page.ts'
import type { ScreenTransport } from '../transport.ts'

/** How the school behind the mock behaves. */
export interface MockSchool {
  screen: ScreenView | { goTo: string }
  popup: PopupView
  filed: Filed['state']
  receipts: ReportReceipt[]
  /** `silent` never answers, `failing` always refuses. */
  mood: 'answering' | 'silent' | 'failing'
}

/** A message as the mock got it. */
export interface MockMessage {
  readonly name: string
  readonly request: unknown
}

export interface MockTransport extends ScreenTransport {
  readonly school: MockSchool
  readonly got: MockMessage[]
  /** Changes the school and tells the screens. */
  tell(change: Partial<MockSchool>): void
}

/** A background that answers by itself from what `school` holds. */
export function createMockTransport(school: MockSchool): MockTransport {
  const listeners = new Set<() => void>()
  const got: MockMessage[] = []

  function answer(name: string): unknown {
    if (name === 'screen.describe') return school.screen
    if (name === 'screen.goOn') return { goTo: 'https://example.org/' }
    if (name === 'popup.describe') return school.popup
    if (name === 'report.receipts') return school.receipts
    if (name === 'report.file') return { id: 'mock-report', state: school.filed }
    if (name === 'request.make') return makeRequest()
    return null
  }

  function makeRequest(): Filed {
    if (!('goTo' in school.screen))
      school.screen = { ...school.screen, request: { status: 'waiting', reply: null } }
    return { id: 'mock-request', state: school.filed }
  }

  return {
    school,
    got,
    ask: ((name: string, request: unknown) => {
      got.push({ name, request })
      if (school.mood === 'silent') return new Promise(() => {})
      if (school.mood === 'failing') return Promise.reject(new Error(`${name}: no answer`))
      return Promise.resolve(answer(name))
    }) as ScreenTransport['ask'],
    onNews(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    tell(change) {
      Object.assign(school, change)
      for (const listener of listeners) listener()
    },
  }
}
