import { beforeEach, expect, it } from 'vitest'
import { openScene } from '#shared/domain/scene.ts'
import { connectedDevice, freshDatabase, makeWorld, settle } from '../device-world.ts'

beforeEach(freshDatabase)

it('shows who watches for just as long as they do', async () => {
  const world = makeWorld()
  const { socket } = await connectedDevice(world)
  expect(world.watchedBy).toBeNull()
  const lesson = {
    id: 'l1',
    watchedBy: 'Ms Okafor, 8B Science',
    endsAt: world.time.now + 60_000,
    scene: openScene,
  }
  socket.say({ type: 'lesson', lesson })
  await settle()
  expect(world.watchedBy).toBe('Ms Okafor, 8B Science')
  socket.say({ type: 'lesson', lesson: null })
  await settle()
  expect(world.watchedBy).toBeNull()
})
