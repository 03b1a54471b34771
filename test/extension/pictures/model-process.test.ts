import { describe, expect, it } from 'vitest'
import { createModelProcess } from '#extension/pictures/model-process.ts'

const neutral = { drawing: 0, hentai: 0, neutral: 1, porn: 0, sexy: 0 }
const rgb = new Uint8Array(3)

class FakeWorker extends EventTarget {
  asked = 0
  isEnded = false
  postMessage = (): void => void (this.asked += 1)
  terminate = (): void => void (this.isEnded = true)
  answer = (data: object): unknown => this.dispatchEvent(new MessageEvent('message', { data }))
  die = (message: string): unknown => this.dispatchEvent(Object.assign(new Event('error'), { message }))
}

function process() {
  const started: FakeWorker[] = []
  const model = createModelProcess(() => {
    const worker = new FakeWorker()
    started.push(worker)
    return worker as unknown as Worker
  })
  return { model, started }
}

describe('the model in its worker', () => {
  it('is started by the first picture and answers in the order in which it is asked', async () => {
    const { model, started } = process()
    expect(started).toEqual([])
    const looks = [model.look(rgb), model.look(rgb)]
    started[0]?.answer({ scores: neutral })
    started[0]?.answer({ scores: { ...neutral, sexy: 1 } })
    expect(await Promise.all(looks)).toEqual([neutral, { ...neutral, sexy: 1 }])
    expect(started.map(({ asked }) => asked)).toEqual([2])
  })

  it('answers everything that waits when it dies, and the next picture starts another', async () => {
    const { model, started } = process()
    const looks = [model.look(rgb), model.look(rgb)]
    started[0]?.die('out of memory')
    expect(await Promise.all(looks)).toEqual([{ noModel: 'out of memory' }, { noModel: 'out of memory' }])
    const next = model.look(rgb)
    started[1]?.answer({ scores: neutral })
    expect(await next).toEqual(neutral)
  })

  it('gives its memory back when it is told to rest, but not while it looks', async () => {
    const { model, started } = process()
    const first = model.look(rgb)
    model.rest()
    expect(started[0]?.isEnded).toBe(false)
    started[0]?.answer({ scores: neutral })
    expect(await first).toEqual(neutral)
    model.rest()
    expect(started[0]?.isEnded).toBe(true)
    void model.look(rgb)
    expect(started).toHaveLength(2)
  })
})
