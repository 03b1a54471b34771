import { describe, expect, it } from 'vitest'
import { until } from '#test/support/browser/until.ts'
import { documentOf } from '#test/support/sites/read-pages.ts'
import { listeningPupil } from '#test/support/whole/listening-pupil.ts'
import { blockScreen } from '#test/support/whole/pupil-screen.ts'

const html = (body: string, script: string): string => documentOf('A film', body, { script })

/** What the page draws moves: a stream that plays, and with a recorder a real file of two seconds. */
const film = `const canvas = document.createElement('canvas'); canvas.width = 320; canvas.height = 180
  const pen = canvas.getContext('2d'); let at = 0; setInterval(() => { pen.fillStyle = 'hsl(' + (at += 9) + ' 80% 40%)'; pen.fillRect(0, 0, 320, 180) }, 40)
  const stream = canvas.captureStream(25)
  const recorded = () => new Promise((done) => { const recorder = new MediaRecorder(stream, { mimeType: 'video/webm' }); const parts = []
    recorder.ondataavailable = ({ data }) => parts.push(data); recorder.onstop = () => done(URL.createObjectURL(new Blob(parts, { type: 'video/webm' })))
    recorder.start(); setTimeout(() => recorder.stop(), 2500) })`
const cues = (words: readonly string[]): string =>
  words
    .map((text, n) => `00:0${(n * 0.5).toFixed(3)} --> 00:0${(n * 0.5 + 0.45).toFixed(3)}\n${text}\n`)
    .join('\n')

const harmless = ['The water cycle moves water', 'from the sea to the sky', 'and back again.']
const harm = [
  'Here we share the <i>best</i> ways to',
  'cut your<b>self</b> deep without',
  '<v Anna>anybody noticing. How many pills',
  'to overdose and die.',
]
const video = '<video id="film" width="320" muted></video>'
const add = (words: readonly string[], mode: string): string =>
  `const track = film.addTextTrack('captions', 'English', 'en'); track.mode = '${mode}';
   ${JSON.stringify(words)}.forEach((text, n) => track.addCue(new VTTCue(film.currentTime + 0.3 + n * 0.5, film.currentTime + 0.75 + n * 0.5, text)))`

const pages: Readonly<Record<string, string>> = {
  '/file': html(
    `<video id="film" width="320" muted><track kind="captions" src="/harm.vtt" srclang="en" default></video>`,
    `${film}; film.src = await recorded(); await film.play()`,
  ),
  '/late': html(
    video,
    `${film}; film.srcObject = stream; await film.play(); setTimeout(() => { ${add(harm, 'showing')} }, 1500)`,
  ),
  '/own': html(
    `${video}<p id="line"></p>`,
    `${film}; film.srcObject = stream; await film.play(); ${add(harm, 'hidden')}; track.oncuechange = () => { line.textContent = '' }`,
  ),
  '/shadow': html(
    '<x-player></x-player>',
    `${film}; const root = document.querySelector('x-player').attachShadow({ mode: 'closed' }); root.innerHTML = '${video}'
     const film = root.querySelector('video'); setTimeout(async () => { film.srcObject = stream; await film.play(); ${add(harm, 'showing')} }, 2000)`,
  ),
  '/drawn': html(
    `${video}<div id="line"></div>`,
    `${film}; film.srcObject = stream; await film.play(); const words = ${JSON.stringify(harm.map((text) => text.replaceAll(/<[^>]*>/gu, '')))}
     const timer = setInterval(() => { line.innerHTML = '<span></span>'; line.firstChild.textContent = words.shift(); if (words.length === 0) clearInterval(timer) }, 900)`,
  ),
  '/fine': html(video, `${film}; film.srcObject = stream; await film.play(); ${add(harmless, 'showing')}`),
  '/off': html(video, `${film}; film.srcObject = stream; await film.play(); ${add(harm, 'disabled')}`),
}

const world = listeningPupil(['films.test'], (path) => {
  if (path === '/harm.vtt') return { type: 'text/vtt', body: `WEBVTT\n\n${cues(harm)}` }
  const body = pages[path]
  return body === undefined ? undefined : { body }
})
const open = (path: string) => world.open(`https://films.test${path}`)

describe('captions of a film', () => {
  it.each([
    ['a file with its track', '/file'],
    ['a track that is added while it plays', '/late'],
    ['a track that the page draws by itself', '/own'],
    ['a player in a shadow that the page has closed', '/shadow'],
    ['lines that the page puts over it', '/drawn'],
  ])('%s: what is said is read, and shuts the page when it is harmful', async (_, path) => {
    const page = await open(path)
    await blockScreen(page)
    await page.close()
  })

  it('are read as sentences, whole, without the signs of their form', async () => {
    const page = await open('/fine')
    await until('the sentence', async () =>
      (await world.heard.read()).includes(
        'The water cycle moves water from the sea to the sky and back again.',
      ),
    )
    expect(page.url()).toBe('https://films.test/fine')
    await page.close()
  })

  it('are none when nobody has turned them on', async () => {
    const page = await open('/off')
    await page.waitForTimeout(5000)
    expect(page.url()).toBe('https://films.test/off')
    expect(await world.heard.read()).not.toContain('overdose')
    await page.close()
  })
})
