import { enableWASM, StaticNetFilteringEngine } from '@gorhill/ubo-core'
import type { Contender } from '../contender.ts'
import { readWhole } from '../whole-file.ts'

/** The package allows one engine in a process. */
let engine: Promise<StaticNetFilteringEngine> | undefined

const theEngine = (): Promise<StaticNetFilteringEngine> =>
  (engine ??= enableWASM().then((enabled) => {
    if (!enabled) throw new Error('uBlock Origin has no WebAssembly here')
    return StaticNetFilteringEngine.create()
  }))

/** uBlock Origin's whole network filter engine with a filter `||host^` for each domain; it takes whole addresses and says yes or no. */
export const uboCore: Contender = {
  says: 'yes/no',
  async build({ hosts }) {
    const snfe = await theEngine()
    await snfe.useLists([{ raw: hosts.map((host) => `||${host}^`).join('\n') }])
    return Buffer.from(await snfe.serialize())
  },
  async open(file) {
    const snfe = await theEngine()
    const taken = await snfe.deserialize(Buffer.from(readWhole(file).buffer).toString())
    if (!taken) throw new Error('uBlock Origin refuses what it wrote')
    return {
      has: (host) =>
        snfe.matchRequest({
          originURL: 'https://school.test/',
          url: `https://${host}/`,
          type: 'script',
        }) === 1,
    }
  },
}
