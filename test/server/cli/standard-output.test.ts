import { Writable } from 'node:stream'
import { expect, it } from 'vitest'
import { writeOut } from '#server/cli/standard-output.ts'

it('waits until what was written is taken', async () => {
  const taken: string[] = []
  const slow = new Writable({
    highWaterMark: 1,
    write(chunk, _encoding, done) {
      setTimeout(() => {
        taken.push(String(chunk))
        done()
      }, 30)
    },
  })
  expect(await writeOut('one', slow)).toBe(true)
  expect(taken).toEqual(['one'])
})

it('says that nobody reads any more, now and from then on', async () => {
  const gone = new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error('broken pipe'), { code: 'EPIPE' })),
  })
  expect(await writeOut('one', gone)).toBe(false)
  expect(await writeOut('two', gone)).toBe(false)
})

it('throws what else goes wrong', async () => {
  const full = new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error('no space left'), { code: 'ENOSPC' })),
  })
  await expect(writeOut('one', full)).rejects.toThrow('no space left')
})
