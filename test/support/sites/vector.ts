import type { Answer } from './answer.ts'

/** One way to a blocked host. */
export interface Vector {
  /** Unique. */
  readonly name: string
  /**
   * The page that tries (starts with '<', served from a good host) or the address that is opened (anything else), for a blocked
   * host. The host given is a subdomain of the one under test and the vector's alone, unless `bad` fixes it.
   */
  readonly page: (bad: string) => string
  /** 'open' acts by itself once loaded; 'click' needs a person's click on #go. */
  readonly how: 'open' | 'click'
  /** True: the request gate holds it, so nothing may reach the blocked host. False: only a later gate can, see `why`. */
  readonly held: boolean
  /** Why the request gate cannot hold it. */
  readonly why?: string
  /** The host that the way leads to when it cannot be chosen: an address, an IDN. The policy under test must block it. */
  readonly bad?: string
  /** Where the page comes from; 'http' unless said. Service workers and some APIs want 'https'. */
  readonly from?: 'http' | 'https' | 'file'
  /** More files of the page's own site, by path. */
  readonly files?: (bad: string) => Readonly<Record<string, Answer>>
}
