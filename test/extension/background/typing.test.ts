import { beforeEach, describe, expect, it } from 'vitest'
import type { Band } from '#shared/domain/audience.ts'
import type { DeviceEventBody } from '#shared/domain/device-event.ts'
import { connectedDevice, freshDatabase, makeWorld, settle } from '../device-world.ts'

beforeEach(freshDatabase)

const words = {
  'you are worthless': 'bullying',
  'kill myself': 'self-harm',
  'please help me': 'help',
  'so empty': 'distress',
  'damn it': 'profanity',
  'buy some weed': 'drugs',
  'took all the pills': 'self-harm',
  'bring a knife': 'weapons',
  'age are you\nsend me a photo': 'grooming',
} as const
const chat = 'https://chat.example.test/room'

async function pupil(band: Band = 'y7-y9', name: string | null = 'Amara') {
  const world = makeWorld()
  world.words = words
  const user = { pupilId: 'p1', name, year: 8, band, adults: [] }
  const { device, socket } = await connectedDevice(world, { user })
  const from = (url: string) => ({ tabId: 7, isTop: true, frameId: 0, url, title: 'Room' })
  const write = (text: string, { url = chat, field = 1, sent = false } = {}) =>
    device.handlers['page.typed']({ field, text, sent }, from(url))
  async function addPicture(url = chat) {
    const picture = { url: 'https://cdn.test/1.jpg' }
    await device.handlers['page.picture']({ picture, use: 'upload' }, from(url))
    await settle()
  }
  async function toldSchool(): Promise<DeviceEventBody[]> {
    const events = () => socket.sent.flatMap((frame) => (frame.type === 'events' ? frame.events : []))
    for (let turn = 0; turn < 4; turn++) {
      await world.time.pass(500)
      await settle()
    }
    return events().map(({ body }) => body)
  }
  const hints = () => world.nudges.map((nudge) => nudge?.kind ?? null)
  return { world, device, socket, write, addPicture, hints, toldSchool }
}

describe('words that somebody writes', () => {
  it('bring a private hint when they hurt, and nothing leaves the device', async () => {
    const { world, write, toldSchool } = await pupil()
    await write('honestly you are worthless and everybody knows')
    expect(world.nudges).toEqual([{ kind: 'hurtful', band: 'y7-y9', category: 'bullying', isTold: false }])
    expect(await toldSchool()).toEqual([])
  })

  it('take the hint away when they are changed, and do not bring it again and again', async () => {
    const { world, write } = await pupil()
    await write('you are worthless')
    await write('you are worthless!')
    await write('you are great')
    await write('you are worthless')
    expect(world.nudges.map((nudge) => nudge?.kind ?? null)).toEqual(['hurtful', null])
    await world.time.pass(11 * 60_000)
    await write('you are great')
    await write('you are worthless')
    expect(world.nudges.at(-1)?.kind).toBe('hurtful')
  })

  it('show help and raise one flag, with the words, when they are grave', async () => {
    const { world, write, toldSchool } = await pupil()
    await write('some days i want to kill myself')
    await write('some days i want to kill myself and nobody would notice')
    expect(world.nudges).toEqual([{ kind: 'help', band: 'y7-y9', category: 'self-harm', isTold: true }])
    const told = await toldSchool()
    expect(told).toMatchObject([
      {
        kind: 'flag.raised',
        flag: {
          cause: 'typed',
          category: 'self-harm',
          severity: 4,
          url: chat,
          words: 'some days i want to kill myself',
          decision: { action: 'allow', trace: [{ from: 'typed words' }, { from: 'policy' }] },
        },
      },
    ])
  })

  it('show help to somebody who is not well or asks for it, without telling anybody', async () => {
    const { world, write, toldSchool } = await pupil()
    await write('everything is so empty lately')
    await write('please help me', { field: 2 })
    expect(world.nudges.map((nudge) => nudge?.kind)).toEqual(['help', 'help'])
    expect(await toldSchool()).toEqual([])
  })

  it('say that an adult is told from the moment that one is, and no more that nobody was', async () => {
    const { world, write } = await pupil()
    await write('everything is so empty lately')
    await write('everything is so empty lately, i want to kill myself')
    await write('everything is so empty lately')
    expect(world.nudges.map((nudge) => nudge?.isTold)).toEqual([false, true])
  })

  it('raise a flag with each grave message that is sent, not with each word of it', async () => {
    const { write, toldSchool } = await pupil()
    await write('i want to kill myself')
    await write('i want to kill myself tonight', { sent: true })
    await write('i took all the pills')
    await write('i took all the pills at home', { sent: true })
    const told = await toldSchool()
    expect(told.map((body) => body.kind === 'flag.raised' && body.flag.words)).toEqual([
      'i want to kill myself',
      'i took all the pills',
    ])
  })

  it('bring a private hint, with where to turn to, when they are about something risky', async () => {
    const { world, write, toldSchool } = await pupil()
    await write('shall we buy some weed')
    expect(world.nudges).toEqual([{ kind: 'risky', band: 'y7-y9', category: 'drugs', isTold: false }])
    expect(await toldSchool()).toEqual([])
  })

  it('reach the safeguarding team from severity 3 on', async () => {
    const { write, toldSchool } = await pupil()
    await write('i will bring a knife to school')
    expect(await toldSchool()).toMatchObject([{ flag: { category: 'weapons', cause: 'typed', severity: 3 } }])
  })

  it('are not read together with what was said long before', async () => {
    const { world, write } = await pupil()
    await write('what age are you', { sent: true })
    await world.time.pass(16 * 60_000)
    await write('send me a photo', { sent: true })
    expect(world.nudges).toEqual([])
  })

  it('are about swearing only for those whose pages may not swear either', async () => {
    const { world, write } = await pupil()
    await write('damn it')
    expect(world.nudges).toEqual([])
  })

  it('are read together with the messages sent before, in memory alone', async () => {
    const { world, write, toldSchool } = await pupil()
    await write('what age are you', { sent: true })
    expect(await toldSchool()).toEqual([])
    await write('send me a photo', { sent: true })
    expect(world.nudges.at(-1)).toMatchObject({ kind: 'unsafe', category: 'grooming' })
    expect(await toldSchool()).toMatchObject([
      { flag: { category: 'grooming', cause: 'typed', severity: 4 } },
    ])
    expect(JSON.stringify([...world.records.values])).not.toContain('what age are you')
  })

  it('bring a hint when they give away where to find somebody, but not on pages for learning', async () => {
    const { world, write } = await pupil()
    await write('call me, my number is 07700 900123')
    expect(world.nudges).toEqual([{ kind: 'personal', band: 'y7-y9', category: null, isTold: false }])
    await write('call me, my number is 07700 900123', { url: 'https://www.bbc.co.uk/bitesize', field: 9 })
    expect(world.nudges).toHaveLength(1)
  })

  it.each(['staff', 'visitor'] as const)('are nobody’s business when they are those of %s', async (band) => {
    const { world, write, toldSchool } = await pupil(band)
    await write('i want to kill myself, my number is 07700 900123')
    expect(world.nudges).toEqual([])
    expect(await toldSchool()).toEqual([])
  })

  it('are nobody’s business on pages that help and on the school’s own', async () => {
    const { world, write, toldSchool } = await pupil()
    await write('i want to kill myself', { url: 'https://www.childline.org.uk/chat' })
    await write('i want to kill myself', { url: 'http://school.test/reports' })
    expect(world.nudges).toEqual([])
    expect(await toldSchool()).toEqual([])
  })
})

describe('a full name', () => {
  const hint = { kind: 'named-picture', band: 'y7-y9', category: null, isTold: false }

  it('brings a private hint when a picture goes along, and none alone; nothing leaves the device', async () => {
    const { world, write, addPicture, toldSchool } = await pupil()
    await write('hi, my name is Amara Okafor')
    expect(world.nudges).toEqual([])
    await addPicture()
    expect(world.nudges).toEqual([hint])
    expect(await toldSchool()).toEqual([])
    expect(JSON.stringify([...world.records.values])).not.toContain('Okafor')
  })

  it('brings it also when the picture was there first, and takes it away when the name is changed', async () => {
    const { hints, write, addPicture } = await pupil()
    await addPicture()
    await write('look at this')
    expect(hints()).toEqual([])
    await write('amara okafor')
    await write('amara')
    expect(hints()).toEqual(['named-picture', null])
  })

  it('is one in two fields of a form, in either order, and in a message that was sent before', async () => {
    const first = await pupil()
    await first.write('Okafor', { field: 2 })
    await first.write('Amara', { field: 1 })
    await first.addPicture()
    expect(first.hints()).toEqual(['named-picture'])
    const second = await pupil()
    await second.write('me and Tom Baker', { sent: true })
    await second.write('look')
    await second.addPicture()
    expect(second.hints()).toEqual(['named-picture'])
  })

  it('is none that was taken back before the picture came, nor a word in another field', async () => {
    const { hints, write, addPicture } = await pupil()
    await write('Amara Okafor')
    await write('Amara')
    await write('hello', { field: 2 })
    await addPicture()
    expect(hints()).toEqual([])
  })

  it('is none where the writer has changed it after all, or taken everything away, also when it was taken to be sent', async () => {
    const changed = await pupil()
    await changed.write('hi, my name is Amara Okafor', { sent: true })
    await changed.write('hi, my name is Amara')
    await changed.addPicture()
    expect(changed.hints()).toEqual([])
    const away = await pupil()
    await away.write('Amara Okafor', { sent: true })
    await away.write('')
    await away.addPicture()
    expect(away.hints()).toEqual([])
  })

  it('is only what the device can know of: without a given name, what is said to be one', async () => {
    const { hints, write, addPicture } = await pupil('y7-y9', null)
    await addPicture()
    await write('Amara Okafor')
    expect(hints()).toEqual([])
    await write('my name is Amara Okafor')
    expect(hints()).toEqual(['named-picture'])
  })

  it('says less than what is graver in the same field', async () => {
    const { hints, write, addPicture } = await pupil()
    await write('my name is Amara Okafor, you are worthless')
    await addPicture()
    expect(hints()).toEqual(['hurtful'])
  })

  it('is nothing beside a picture of another site, of long ago, or one that was stopped', async () => {
    const { world, hints, write, addPicture } = await pupil()
    await addPicture('https://elsewhere.test/')
    await write('Amara Okafor')
    await world.time.pass(16 * 60_000)
    await addPicture()
    await world.time.pass(16 * 60_000)
    await write('Amara Okafor!')
    world.picture = { kind: 'scores', scores: { drawing: 0, hentai: 0, neutral: 0, porn: 1, sexy: 0 } }
    await addPicture()
    expect(hints()).toEqual([])
  })

  it.each([
    ['on pages for learning', 'https://www.bbc.co.uk/bitesize', 'y7-y9'],
    ['on the school’s own', 'http://school.test/blog', 'y7-y9'],
    ['of staff', chat, 'staff'],
  ] as const)('is nobody’s business %s', async (_, url, band) => {
    const { hints, write, addPicture } = await pupil(band)
    await write('Amara Okafor', { url })
    await addPicture(url)
    await write('Amara Okafor!', { url })
    expect(hints()).toEqual([])
  })
})
