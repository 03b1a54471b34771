import { beforeEach, describe, expect, it } from 'vitest'
import { createOwnWords } from '#extension/page/own-words.ts'
import { readPage } from '#extension/page/read.ts'

let heard: string[] = []
const all = (): string => heard.join('')

/** Hears for one test; the readers of tests before tell nobody any more. */
function begin(own = createOwnWords()): void {
  const mine: string[] = (heard = [])
  const tell = async (_: string, text: string) => {
    if (mine !== heard) return 'enough'
    mine.push(text)
    return 'allow'
  }
  readPage(window, tell, () => own)
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
/** Until the reader has looked at what changed. */
const looked = (): Promise<void> => wait(900)

beforeEach(() => {
  document.title = ''
  document.body.innerHTML = ''
})

describe('what is the pupil’s own', () => {
  it('reads no editor in a page, nor its lines as they are written, nor what lies in it as an island', async () => {
    document.body.innerHTML =
      '<p>A page that anybody can read.</p><div contenteditable="plaintext-only"><p id="line">My draft of a letter.</p>' +
      '<div contenteditable="false"><p id="island">A picture.</p></div></div>'
    begin()
    await wait(200)
    expect(all()).toBe('A page that anybody can read.\n')
    document.querySelector('#line')?.append(' It goes on for more than a line or two, as letters do.')
    document.querySelector('#island')?.append(' What the letter says below it, in more than a word or two.')
    document
      .querySelector('#line')
      ?.after(document.createElement('p'), 'Another line of the letter that is not yet sent.')
    document.body.append('What the page says later, to everybody who comes by, is read as on any other page.')
    await looked()
    expect(all()).toContain('What the page says later')
    expect(all()).not.toContain('letter')
  })

  it.each(['true', '', 'plaintext-only'])('reads nothing that is edited as a whole (%s)', async (how) => {
    document.body.innerHTML = '<p id="line">My draft of a letter to somebody.</p>'
    document.body.setAttribute('contenteditable', how)
    begin()
    await wait(200)
    document.querySelector('#line')?.append(' It goes on for more than a line or two, as letters do.')
    await looked()
    document.body.removeAttribute('contenteditable')
    expect(all()).toBe('')
  })

  it('reads nothing that somebody has written here, wherever the page shows it', async () => {
    const own = createOwnWords()
    own.keep({}, 'What I *wrote* to the class, as a whole.\nAnd its second line.')
    document.body.innerHTML = `<p><b>Amara</b> What I wrote to the class, as a whole. And its second line. 10:42</p>
      <p>And its second line</p><p>What the teacher wrote.</p>`
    begin(own)
    await wait(200)
    expect(all()).toBe('What the teacher wrote.\n')
  })
})
