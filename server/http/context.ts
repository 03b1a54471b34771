import type { HttpBindings } from '@hono/node-server'
import type { Hub } from '../live/hub.ts'
import type { Services } from '../services/port.ts'

/** What every request's handler can reach. Nothing here touches a database. */
export interface Dependencies {
  readonly services: Services
  readonly hub: Hub
  /** The origin that browsers use, such as `https://lapwing.school.example`. */
  readonly publicOrigin: () => string
  readonly log: (line: Readonly<Record<string, unknown>>) => void
  readonly now: () => number
}

/** How a request was decided: by `allow()` in a verb, or by being open to anybody. */
export type Decided = 'allowed' | 'refused' | 'public'

export interface HttpEnv {
  Bindings: HttpBindings
  Variables: {
    deps: Dependencies
    requestId: string
    decided: Decided | undefined
  }
}
