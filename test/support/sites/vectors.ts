import type { Vector } from './vector.ts'
import { addressVectors } from './vectors-address.ts'
import { pageVectors } from './vectors-page.ts'
import { relayVectors } from './vectors-relay.ts'

/** Every way to a blocked host that the tests try. */
export const vectors: readonly Vector[] = [...addressVectors, ...pageVectors, ...relayVectors]
