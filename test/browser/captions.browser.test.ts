import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createCaptions } from '#extension/page/captions.ts'

let film: HTMLVideoElement
let track: TextTrack
let painting: number
let said: string[]

/** What a film shows; it plays as long as somebody paints it. */
function pictures(): MediaStream {
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d')
  clearInterval(painting)
  painting = window.setInterval(() => pen?.fillRect(Math.random(), 0, 300, 150), 40)
  return canvas.captureStream(25)
}

const happens = (target: EventTarget, type: string): Promise<unknown> =>
  new Promise((resolve) => {
    target.addEventListener(type, resolve, { once: true })
  })

/** Shows a caption for a moment. */
async function caption(words: string): Promise<void> {
  const shown = happens(track, 'cuechange')
  const cue = new VTTCue(film.currentTime, film.currentTime + 0.2, words)
  track.addCue(cue)
  await shown
  if (track.activeCues?.length !== 0) await happens(track, 'cuechange')
  track.removeCue(cue)
}

beforeEach(async () => {
  said = []
  const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' })
  film = root.appendChild(document.createElement('video'))
  film.muted = true
  track = film.addTextTrack('captions')
  track.mode = 'hidden'
  createCaptions((words) => words !== '' && said.push(words.trim()))(root)
  film.srcObject = pictures()
  await film.play()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
  clearInterval(painting)
  document.body.replaceChildren()
})

test('captions that no full stop ends are said as one, five seconds after the last of them', async () => {
  await caption('The water cycle')
  vi.advanceTimersByTime(4000)
  await caption('moves water')
  vi.advanceTimersByTime(4999)
  expect(said).toEqual([])
  vi.advanceTimersByTime(1)
  expect(said).toEqual(['The water cycle moves water'])
  await caption('to the sky.')
  vi.advanceTimersByTime(10_000)
  expect(said).toEqual(['The water cycle moves water', 'to the sky.'])
})

test('what was not yet said of a film is said when another takes its place, and is no part of that', async () => {
  await caption('The water cycle')
  const emptied = happens(film, 'emptied')
  film.srcObject = pictures()
  await emptied
  expect(said).toEqual(['The water cycle'])
  await film.play()
  await caption('Another film begins.')
  vi.advanceTimersByTime(10_000)
  expect(said).toEqual(['The water cycle', 'Another film begins.'])
})

test('what was not yet said of a film is said when it is stopped', async () => {
  await caption('The water cycle')
  film.pause()
  await happens(film, 'pause')
  expect(said).toEqual(['The water cycle'])
})
