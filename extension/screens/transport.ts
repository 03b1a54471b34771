import { err, ok, type Result } from '#shared/base/result.ts'
import type { PageMessageName, PageMessages, RequestOf, ResponseOf } from '#shared/protocol/page.ts'

type ScreenMessageName = {
  [N in PageMessageName]: PageMessages[N]['from'] extends 'screen' ? N : never
}[PageMessageName]

/** How a screen reaches the background. The entrypoint passes the real one, the gallery and the tests one that answers by itself. */
export interface ScreenTransport {
  /** Rejects when the background is not there or says no. */
  ask<N extends ScreenMessageName>(name: N, request: RequestOf<N>): Promise<ResponseOf<N>>
  /** Calls `listener` when something a screen shows has changed; returns how to stop. */
  onNews(listener: () => void): () => void
}

/** How a screen leaves its tab. */
export interface ScreenPlace {
  /** Replaces this screen with a page. */
  leave(url: string): void
  /** Goes to the page before, for when the background does not answer. */
  back(): void
}

/** What the background answered, its refusal or its absence as a failure that a screen shows. */
export async function answerTo<T>(asked: Promise<T>): Promise<Result<T>> {
  try {
    return ok(await asked)
  } catch (failure) {
    return err(String(failure))
  }
}
